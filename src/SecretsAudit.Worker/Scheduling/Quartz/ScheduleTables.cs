using Microsoft.Data.Sqlite;

namespace SecretsAudit.Worker.Scheduling.Quartz;

/// <summary>The tables Quartz keeps its schedule in, for SQLite. Quartz fixes their columns; its package brings no script.</summary>
/// <seealso href="https://www.quartz-scheduler.net/documentation/quartz-3.x/tutorial/job-stores.html"/>
internal static class ScheduleTables
{
    /// <summary>What the tables' names begin with.</summary>
    public const string Prefix = "QRTZ_";

    private const int Version = 1;

    private const string TriggerKey = "SCHED_NAME TEXT NOT NULL, TRIGGER_NAME TEXT NOT NULL, TRIGGER_GROUP TEXT NOT NULL";
    private const string TriggerKind = TriggerKey + ", PRIMARY KEY (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP), FOREIGN KEY (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP) REFERENCES QRTZ_TRIGGERS ON DELETE CASCADE";

    private const string Statements = $"""
        CREATE TABLE QRTZ_JOB_DETAILS (
          SCHED_NAME TEXT NOT NULL, JOB_NAME TEXT NOT NULL, JOB_GROUP TEXT NOT NULL,
          DESCRIPTION TEXT, JOB_CLASS_NAME TEXT NOT NULL, IS_DURABLE INTEGER NOT NULL, IS_NONCONCURRENT INTEGER NOT NULL,
          IS_UPDATE_DATA INTEGER NOT NULL, REQUESTS_RECOVERY INTEGER NOT NULL, JOB_DATA BLOB,
          PRIMARY KEY (SCHED_NAME, JOB_NAME, JOB_GROUP));

        CREATE TABLE QRTZ_TRIGGERS (
          {TriggerKey}, JOB_NAME TEXT NOT NULL, JOB_GROUP TEXT NOT NULL, DESCRIPTION TEXT,
          NEXT_FIRE_TIME INTEGER, PREV_FIRE_TIME INTEGER, MISFIRE_ORIG_FIRE_TIME INTEGER, START_TIME INTEGER NOT NULL, END_TIME INTEGER,
          PRIORITY INTEGER, TRIGGER_STATE TEXT NOT NULL, TRIGGER_TYPE TEXT NOT NULL, CALENDAR_NAME TEXT, MISFIRE_INSTR INTEGER,
          EXECUTION_GROUP TEXT, PREFERRED_NODE TEXT, PREFERRED_NODE_AUTO INTEGER NOT NULL DEFAULT 0, JOB_DATA BLOB,
          PRIMARY KEY (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP),
          FOREIGN KEY (SCHED_NAME, JOB_NAME, JOB_GROUP) REFERENCES QRTZ_JOB_DETAILS);
        CREATE INDEX QRTZ_DUE ON QRTZ_TRIGGERS (SCHED_NAME, TRIGGER_STATE, NEXT_FIRE_TIME);
        CREATE INDEX QRTZ_OF_JOB ON QRTZ_TRIGGERS (SCHED_NAME, JOB_NAME, JOB_GROUP);

        CREATE TABLE QRTZ_CRON_TRIGGERS (CRON_EXPRESSION TEXT NOT NULL, TIME_ZONE_ID TEXT, {TriggerKind});
        CREATE TABLE QRTZ_SIMPLE_TRIGGERS (
          REPEAT_COUNT INTEGER NOT NULL, REPEAT_INTERVAL INTEGER NOT NULL, TIMES_TRIGGERED INTEGER NOT NULL, {TriggerKind});
        CREATE TABLE QRTZ_SIMPROP_TRIGGERS (
          STR_PROP_1 TEXT, STR_PROP_2 TEXT, STR_PROP_3 TEXT, INT_PROP_1 INTEGER, INT_PROP_2 INTEGER, LONG_PROP_1 INTEGER, LONG_PROP_2 INTEGER,
          DEC_PROP_1 NUMERIC, DEC_PROP_2 NUMERIC, BOOL_PROP_1 INTEGER, BOOL_PROP_2 INTEGER, TIME_ZONE_ID TEXT, {TriggerKind});
        CREATE TABLE QRTZ_BLOB_TRIGGERS (BLOB_DATA BLOB, {TriggerKind});

        CREATE TABLE QRTZ_FIRED_TRIGGERS (
          ENTRY_ID TEXT NOT NULL, {TriggerKey}, INSTANCE_NAME TEXT NOT NULL, FIRED_TIME INTEGER NOT NULL, SCHED_TIME INTEGER NOT NULL,
          PRIORITY INTEGER NOT NULL, STATE TEXT NOT NULL, JOB_NAME TEXT, JOB_GROUP TEXT, IS_NONCONCURRENT INTEGER, REQUESTS_RECOVERY INTEGER,
          EXECUTION_GROUP TEXT, PRIMARY KEY (SCHED_NAME, ENTRY_ID));

        CREATE TABLE QRTZ_CALENDARS (
          SCHED_NAME TEXT NOT NULL, CALENDAR_NAME TEXT NOT NULL, CALENDAR BLOB NOT NULL, PRIMARY KEY (SCHED_NAME, CALENDAR_NAME));
        CREATE TABLE QRTZ_PAUSED_TRIGGER_GRPS (
          SCHED_NAME TEXT NOT NULL, TRIGGER_GROUP TEXT NOT NULL, PRIMARY KEY (SCHED_NAME, TRIGGER_GROUP));
        CREATE TABLE QRTZ_SCHEDULER_STATE (
          SCHED_NAME TEXT NOT NULL, INSTANCE_NAME TEXT NOT NULL, LAST_CHECKIN_TIME INTEGER NOT NULL, CHECKIN_INTERVAL INTEGER NOT NULL,
          PRIMARY KEY (SCHED_NAME, INSTANCE_NAME));
        CREATE TABLE QRTZ_LOCKS (SCHED_NAME TEXT NOT NULL, LOCK_NAME TEXT NOT NULL, PRIMARY KEY (SCHED_NAME, LOCK_NAME));
        """;

    /// <summary>Makes the tables when the file has none.</summary>
    /// <exception cref="WorkerConfigurationException">The file was written by a newer version.</exception>
    public static void Create(string databaseFile)
    {
        using var connection = new SqliteConnection(PrivateSchedulerFactory.ConnectionString(databaseFile));
        connection.Open();
        Execute(connection, "PRAGMA journal_mode = WAL");

        using var transaction = connection.BeginTransaction();
        var version = Convert.ToInt32(Scalar(connection, "PRAGMA user_version"));
        if (version > Version)
            throw new WorkerConfigurationException($"{databaseFile} was written by a newer version of secretsaudit (format {version}; this one knows {Version}).");

        if (version == 0)
            Execute(connection, $"{Statements} PRAGMA user_version = {Version};");

        transaction.Commit();
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
