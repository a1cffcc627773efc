import { Engine } from 'bpmn-engine';
import pg from 'pg';
import { v7 } from 'uuid';
import { amounts, engineXml } from './process.ts';

/** bpmn-engine with its state kept in PostgreSQL, as its documentation has it: one row for each execution. */
export interface SavingEngine {
  /** Starts an execution, runs it to its first task and saves it, in one transaction. */
  submit(): Promise<void>;
  stop(): Promise<void>;
}

/** Opens it with a connection for each client, in a database whose role may make a table. */
export async function aSavingEngine(url: string, clients: number): Promise<SavingEngine> {
  const pool = new pg.Pool({ connectionString: url, max: clients, idleTimeoutMillis: 0 });
  await pool.query('CREATE TABLE engine_states (execution_id uuid PRIMARY KEY, state jsonb NOT NULL)');
  return {
    submit: async () => {
      const engine = new Engine({ name: 'bench', source: engineXml, variables: amounts });
      const execution = await engine.execute();
      const state = JSON.stringify(await execution.getState());
      void execution.stop();
      await pool.query({ name: 'save', text: 'INSERT INTO engine_states VALUES ($1, $2)', values: [v7(), state] });
    },
    stop: () => pool.end(),
  };
}
