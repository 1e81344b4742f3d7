using System.Collections.Specialized;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Quartz.Impl;
using Quartz.Impl.AdoJobStore;
using Quartz.Logging;
using Quartz.Spi;
using Quartz.Util;

namespace SecretsAudit.Worker.Scheduling.Quartz;

/// <summary>Makes schedulers that share no process-wide registry, so that two workers of one process do not meet.</summary>
internal sealed class PrivateSchedulerFactory : StdSchedulerFactory
{
    private readonly SchedulerRepository _schedulers = new();
    private readonly DBConnectionManager _connections;

    public PrivateSchedulerFactory(string databaseFile, ILoggerFactory loggers)
        : base(Settings(databaseFile))
    {
        LogContext.SetCurrentLogProvider(loggers); // else a failed job vanishes without a word
        _connections = new DBConnectionManager(loggers);
    }

    /// <summary>How every connection to the schedule's file is opened.</summary>
    public static string ConnectionString(string databaseFile) =>
        new SqliteConnectionStringBuilder { DataSource = databaseFile, DefaultTimeout = 30, Pooling = false }.ToString();

    protected override ISchedulerRepository GetSchedulerRepository() => _schedulers;

    protected override IDbConnectionManager GetDBConnectionManager() => _connections;

    private static NameValueCollection Settings(string databaseFile) => new()
    {
        ["quartz.scheduler.instanceName"] = "secretsaudit",
        ["quartz.scheduler.instanceId"] = "worker",
        ["quartz.threadPool.maxConcurrency"] = "1",
        ["quartz.jobStore.type"] = typeof(JobStoreTX).AssemblyQualifiedName,
        ["quartz.jobStore.driverDelegateType"] = typeof(SQLiteDelegate).AssemblyQualifiedName,
        ["quartz.jobStore.dataSource"] = "schedule",
        ["quartz.jobStore.tablePrefix"] = ScheduleTables.Prefix,
        ["quartz.jobStore.useProperties"] = "true",
        ["quartz.jobStore.performSchemaValidation"] = "true",
        ["quartz.jobStore.misfireThreshold"] = "5000",
        ["quartz.serializer.type"] = typeof(JobStateSerializer).AssemblyQualifiedName,
        ["quartz.dataSource.schedule.provider"] = "SQLite-Microsoft",
        ["quartz.dataSource.schedule.connectionString"] = ConnectionString(databaseFile),
    };
}
