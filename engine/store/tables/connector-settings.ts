import type { Instant } from '../../kernel/types.ts';
import type { Db } from '../db.ts';
import { Row } from './row.ts';

class ConnectorSetting extends Row {
  static override tableName = 'connector_settings';
  static override idColumn = ['bodyId', 'connector', 'name'];

  declare readonly bodyId: string;
  declare readonly connector: string;
  declare readonly name: string;
  declare readonly sealed: string;
  declare readonly setAt: Instant;
}

/** Which setting of which connector for which body. */
export type SettingPlace = Pick<ConnectorSetting, 'bodyId' | 'connector' | 'name'>;

/** Keeps a sealed value in the place of an earlier one. */
export async function keepSetting(db: Db, place: SettingPlace, kept: Pick<ConnectorSetting, 'sealed' | 'setAt'>) {
  await ConnectorSetting.query(db)
    .insert({ ...place, ...kept })
    .onConflict(['bodyId', 'connector', 'name'])
    .merge(['sealed', 'setAt']);
}

/** Forgets a value; false when there was none. */
export async function dropSetting(db: Db, place: SettingPlace): Promise<boolean> {
  return (await ConnectorSetting.query(db).delete().where(place)) > 0;
}

/** What a body has set for a connector, sealed. */
export async function sealedSettings(db: Db, place: Omit<SettingPlace, 'name'>) {
  const rows = await ConnectorSetting.query(db).select('name', 'sealed').where(place);
  return rows.map(({ name, sealed }) => ({ name, sealed }));
}

/** Which settings a body has, without their values. */
export async function listSettings(db: Db, bodyId: string) {
  const rows = await ConnectorSetting.query(db)
    .select('connector', 'name', 'setAt')
    .where({ bodyId })
    .orderBy(['connector', 'name']);
  return rows.map(({ connector, name, setAt }) => ({ connector, name, setAt }));
}
