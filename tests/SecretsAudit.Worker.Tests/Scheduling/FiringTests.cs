using SecretsAudit.Model;
using SecretsAudit.Worker.History;
using SecretsAudit.Worker.Scheduling;

namespace SecretsAudit.Worker.Tests;

public sealed class FiringTests
{
    private const string EverySecond = "* * * * * ?";

    [Fact]
    public async Task A_cron_fire_writes_one_run_with_its_result()
    {
        using var folder = new TemporaryFolder();
        await using (var worker = await TestWorker.StartAsync(TestWorker.Options(folder) with { Schedule = EverySecond }, Audit.Returning(Results.Finding("db"))))
            await TestWorker.UntilAsync(() => TestWorker.RunsIn(folder).Count(run => run.HasResult) >= 2, "two runs with a result", worker);

        var runs = TestWorker.RunsIn(folder);
        Assert.Equal(runs.Count, runs.Select(run => run.Slot.At).Distinct().Count());
        Assert.All(runs, run => Assert.Equal((SlotOrigin.Schedule, RunStatus.Succeeded, 1), (run.Slot.Origin, run.Status, run.Findings.High)));
        Assert.All(runs, run => Assert.Equal(0, run.Slot.At.Millisecond));
        Assert.Equal([1, 0], runs.Reverse().Take(2).Select(run => run.Changes.New));
    }

    [Fact]
    public async Task At_most_one_audit_runs_at_a_time_and_slots_missed_meanwhile_collapse()
    {
        using var folder = new TemporaryFolder();
        var audit = new Audit(async stop =>
        {
            await Task.Delay(TimeSpan.FromSeconds(2.5), stop);
            return Results.Result();
        });
        await using (var worker = await TestWorker.StartAsync(TestWorker.Options(folder) with { Schedule = EverySecond }, audit))
        {
            await TestWorker.UntilAsync(() => audit.Started == 3, "three audits");
            await TestWorker.UntilAsync(() => TestWorker.RunsIn(folder).Count(run => run.HasResult) >= 3, "three results");
        }

        var slots = TestWorker.RunsIn(folder).Reverse().Select(run => run.Slot.At).ToList();
        Assert.Equal(1, audit.MostAtOnce);
        Assert.All(slots.Zip(slots.Skip(1)), pair => Assert.InRange((pair.Second - pair.First).TotalSeconds, 2, 6));
    }

    [Fact]
    public async Task Slots_missed_while_no_worker_ran_are_made_up_by_one_run()
    {
        using var folder = new TemporaryFolder();
        var options = TestWorker.Options(folder) with { Schedule = "0/10 * * * * ?" };
        await using (var worker = await TestWorker.StartAsync(options, Audit.Returning()))
        {
        }

        var before = TestWorker.RunsIn(folder).Count;
        await Task.Delay(TimeSpan.FromSeconds(17)); // beyond the five seconds after which a fire counts as missed

        var restart = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 10 * 10);
        await using (var worker = await TestWorker.StartAsync(options, Audit.Returning()))
            await TestWorker.UntilAsync(() => TestWorker.RunsIn(folder).Count > before, "the missed slot's run", worker);

        // A slot that comes due while the test looks has a run of its own.
        var made = TestWorker.RunsIn(folder).SkipLast(before).Select(run => run.Slot.At).ToList();
        Assert.All(made, slot => Assert.True(slot >= restart, $"The slot of {slot:O} had passed by {restart:O}."));
        Assert.Equal(made.Count, made.Distinct().Count());
        Assert.All(made, slot => Assert.Equal(0, slot.Second % 10));
    }

    [Fact]
    public async Task A_changed_schedule_replaces_the_stored_one()
    {
        using var folder = new TemporaryFolder();
        await using (await TestWorker.StartAsync(TestWorker.Options(folder), Audit.Returning()))
        {
        }

        await using var worker = await TestWorker.StartAsync(TestWorker.Options(folder) with { Schedule = "0 4 * * *", TimeZone = "Europe/Berlin" }, Audit.Returning());
        var schedule = await worker.Browser.GetStringAsync("/api/schedule");
        Assert.Contains("\"schedule\": \"0 4 * * *\"", schedule, StringComparison.Ordinal);
        Assert.Matches("\"nextFire\": \"....-..-..T0[23]:00:00", schedule);
    }

    [Fact]
    public async Task An_audit_that_throws_is_recorded_as_failed_and_the_next_one_runs()
    {
        using var folder = new TemporaryFolder();
        var calls = 0;
        var audit = new Audit(_ => ++calls == 1 ? throw new IOException("The endpoint is gone.") : Task.FromResult(Results.Result()));
        await using (var worker = await TestWorker.StartAsync(TestWorker.Options(folder) with { Schedule = EverySecond }, audit))
            await TestWorker.UntilAsync(() => TestWorker.RunsIn(folder).Any(run => run.HasResult), "a run after the failed one", worker);

        var first = TestWorker.RunsIn(folder)[^1];
        Assert.Equal((RunStatus.Failed, "IOException: The endpoint is gone."), (first.Status, first.Failure));
    }

    [Fact]
    public async Task An_audit_that_takes_too_long_is_stopped_and_recorded_as_failed()
    {
        using var folder = new TemporaryFolder();
        var audit = new Audit(async stop =>
        {
            await Task.Delay(Timeout.Infinite, stop);
            return Results.Result();
        });
        var options = TestWorker.Options(folder) with { RunAtStart = true, AuditTimeout = TimeSpan.FromSeconds(1) };
        await using (var worker = await TestWorker.StartAsync(options, audit))
            await TestWorker.UntilAsync(() => TestWorker.RunsIn(folder) is [{ Status: RunStatus.Failed }], "the failed run", worker);

        Assert.Contains("took longer than 00:00:01", TestWorker.RunsIn(folder)[0].Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_lets_a_running_audit_finish_within_the_grace_period()
    {
        using var folder = new TemporaryFolder();
        var audit = new Audit(async stop =>
        {
            await Task.Delay(TimeSpan.FromSeconds(1), stop);
            return Results.Result();
        });
        await using (var worker = await TestWorker.StartAsync(TestWorker.Options(folder) with { RunAtStart = true }, audit))
            await TestWorker.UntilAsync(() => audit.Started == 1, "the audit's start", worker);

        Assert.Equal(RunStatus.Succeeded, Assert.Single(TestWorker.RunsIn(folder)).Status);
    }

    [Fact]
    public async Task A_stop_beyond_the_grace_period_interrupts_and_the_next_start_tries_the_slot_again()
    {
        using var folder = new TemporaryFolder();
        var endless = new Audit(async stop =>
        {
            await Task.Delay(Timeout.Infinite, stop);
            return Results.Result();
        });
        await using (var worker = await TestWorker.StartAsync(TestWorker.Options(folder) with { RunAtStart = true, StopGrace = TimeSpan.Zero }, endless))
            await TestWorker.UntilAsync(() => endless.Started == 1, "the audit's start", worker);

        Assert.Equal(RunStatus.Interrupted, Assert.Single(TestWorker.RunsIn(folder)).Status);

        await using (var worker = await TestWorker.StartAsync(TestWorker.Options(folder), Audit.Returning()))
            await TestWorker.UntilAsync(() => TestWorker.RunsIn(folder)[0].HasResult, "the second attempt", worker);

        var runs = TestWorker.RunsIn(folder);
        Assert.Equal([2, 1], runs.Select(run => run.Attempt));
        Assert.Equal(runs[0].Slot, runs[1].Slot);
    }
}
