using SecretsAudit.Model;
using SecretsAudit.Worker.History;
using SecretsAudit.Worker.Scheduling;

namespace SecretsAudit.Worker.Dashboard;

/// <summary>What the dashboard shows from.</summary>
internal sealed record DashboardState(
    RunLookup Runs,
    FindingLookup Findings,
    IAuditSchedule Schedule,
    IReadOnlyList<IReportWriter> Writers,
    WorkerOptions Options,
    TimeProvider Time);
