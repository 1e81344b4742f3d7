using System.Diagnostics;
using System.Diagnostics.Metrics;
using SecretsAudit.Store.Operations;

namespace SecretsAudit.Store.Telemetry;

/// <summary>What the store tells OpenTelemetry: counts and durations by operation, and a span for each call. Never a secret's name or value.</summary>
/// <seealso href="https://opentelemetry.io/docs/specs/semconv/rpc/aws-sdk/"/>
internal static class StoreMetrics
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "SecretsAudit.Store";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> Durations = Meter.CreateHistogram<double>("secretsaudit.store.call.duration", "s", "How long a call took, by operation and outcome.");
    private static readonly Histogram<int> Batches = Meter.CreateHistogram<int>("secretsaudit.store.commit.size", "{write}", "How many writes one durable commit carried.");
    private static readonly Counter<long> Failures = Meter.CreateCounter<long>("secretsaudit.store.commit.failures", "{commit}", "Commits that could not be made durable.");

    /// <summary>Starts a span when someone listens.</summary>
    public static Activity? Start(Operation operation)
    {
        var activity = Source.StartActivity(operation.Permission, ActivityKind.Server);
        activity?.SetTag("rpc.system", "aws-api").SetTag("rpc.service", operation.Service.SigningName).SetTag("rpc.method", operation.Action);
        return activity;
    }

    public static void Answered(Operation operation, TimeSpan took, int status)
    {
        if (Durations.Enabled)
        {
            Durations.Record(took.TotalSeconds, new("rpc.method", operation.Action), new("rpc.service", operation.Service.SigningName), new("http.response.status_code", status));
        }
    }

    public static void Committed(int writes) => Batches.Record(writes);

    public static void CommitFailed() => Failures.Add(1);
}
