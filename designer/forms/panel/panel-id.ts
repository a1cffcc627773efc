/** The id of the heading of the settings, to which the keyboard is led. */
export const PANEL_ID = 'fb-panel-title';
