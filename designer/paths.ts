/** Every address of the designer, below `/progetta`. */
export const paths = ['moduli/:workId', '*'] as const;
