using SecretsAudit.Cli.Auditing;
using SecretsAudit.Model;
using Spectre.Console;

namespace SecretsAudit.Cli.Output;

/// <summary>Shows how far an audit has come: a live line on a terminal, plain lines with <c>--verbose</c>, nothing otherwise.</summary>
internal sealed class AuditProgress : IAuditWatcher
{
    private readonly Talk _talk;
    private readonly TimeProvider _clock;
    private readonly long _started;
    private StatusContext? _status;
    private string _activity = "";

    private AuditProgress(Talk talk, TimeProvider clock) => (_talk, _clock, _started) = (talk, clock, clock.GetTimestamp());

    /// <summary>Does work under a watcher.</summary>
    public static async Task<T> WatchAsync<T>(Talk talk, TimeProvider clock, Func<IAuditWatcher, Task<T>> work)
    {
        var progress = new AuditProgress(talk, clock);
        if (!talk.ShowsProgress)
            return await work(progress).ConfigureAwait(false);

        return await talk.Console.Status().Spinner(Spinner.Known.Dots).StartAsync("Starting", status =>
        {
            progress._status = status;
            return work(progress);
        }).ConfigureAwait(false);
    }

    public void Step(string activity)
    {
        _activity = activity;
        Show("");
        _talk.Detail($"{_clock.GetElapsedTime(_started).TotalSeconds,6:0.00} s  {activity}");
    }

    public void ScannedFiles(int files) => Show($"{files} files");

    public void Report(CollectionProgress value) => Show($"{value.Scope}: {value.Activity}, {value.Secrets} secrets");

    private void Show(string detail)
    {
        if (_status is { } status)
            status.Status(Markup.Escape(Printable.Line(detail.Length == 0 ? $"{_activity} …" : $"{_activity} … {detail}")));
    }
}
