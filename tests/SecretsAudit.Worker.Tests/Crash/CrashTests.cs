using SecretsAudit.Worker.History;
using SecretsAudit.Worker.Scheduling;

namespace SecretsAudit.Worker.Tests;

public sealed class CrashTests
{
    [Fact]
    public async Task A_run_that_a_kill_cut_off_is_marked_interrupted_and_its_slot_runs_once_more()
    {
        using var folder = new TemporaryFolder();
        using (var killed = KilledWorker.Start(folder, Timeout.Infinite))
        {
            await TestWorker.UntilAsync(() => File.Exists(folder.File("history.db")) && TestWorker.RunsIn(folder) is [{ Status: RunStatus.Running }], "a running audit");
            await killed.KillAsync();
        }

        var cutOff = Assert.Single(TestWorker.RunsIn(folder));
        Assert.Equal(RunStatus.Running, cutOff.Status);

        await using (var worker = await TestWorker.StartAsync(TestWorker.Options(folder) with { Schedule = "* * * * * ?" }, Audit.Returning()))
        {
            Assert.Contains(TestWorker.RunsIn(folder), run => run.Id == cutOff.Id && run.Status == RunStatus.Interrupted);
            await TestWorker.UntilAsync(() => TestWorker.RunsIn(folder).Count(run => run.HasResult) >= 3, "the runs after the crash", worker);
        }

        var runs = TestWorker.RunsIn(folder);
        Assert.Equal([(1, RunStatus.Interrupted), (2, RunStatus.Succeeded)], runs.Where(run => run.Slot.At == cutOff.Slot.At).Select(run => (run.Attempt, run.Status)).Order());
        Assert.All(runs, run => Assert.Equal(SlotOrigin.Schedule, run.Slot.Origin));
    }

    [Fact]
    public async Task However_often_the_worker_is_killed_no_slot_is_recorded_twice()
    {
        using var folder = new TemporaryFolder();
        for (var kill = 0; kill < 5; kill++)
        {
            var before = File.Exists(folder.File("history.db")) ? TestWorker.RunsIn(folder).Count : 0;
            using var killed = KilledWorker.Start(folder, 150);
            await TestWorker.UntilAsync(() => File.Exists(folder.File("history.db")) && TestWorker.RunsIn(folder).Count >= before + 2, "two more runs");
            await Task.Delay(kill * 60); // a little later in the run's life each time: in the audit, in the commit, behind it
            await killed.KillAsync();
        }

        await using (var worker = await TestWorker.StartAsync(TestWorker.Options(folder), Audit.Returning()))
        {
        }

        var runs = TestWorker.RunsIn(folder);
        Assert.All(runs.GroupBy(run => run.Slot.At), slot => Assert.InRange(slot.Count(run => run.HasResult), 0, 1));
        Assert.All(runs, run => Assert.True(run.HasResult || run.Status == RunStatus.Interrupted, $"{run.Id} is {run.Status}"));
        Assert.Equal(1, runs.Sum(run => run.Changes.New));
    }

    [Fact]
    public async Task A_slot_whose_audit_kills_the_worker_twice_is_given_up()
    {
        using var folder = new TemporaryFolder();
        for (var kill = 1; kill <= RunHistory.AttemptsPerSlot; kill++)
        {
            using var killed = KilledWorker.Start(folder, Timeout.Infinite);
            await TestWorker.UntilAsync(() => File.Exists(folder.File("history.db")) && TestWorker.RunsIn(folder).Any(run => run.Status == RunStatus.Running && run.Attempt == kill), "a running audit");
            await killed.KillAsync();
        }

        var slot = TestWorker.RunsIn(folder)[^1].Slot.At;
        await using (var worker = await TestWorker.StartAsync(TestWorker.Options(folder) with { Schedule = "* * * * * ?" }, Audit.Returning()))
            await TestWorker.UntilAsync(() => TestWorker.RunsIn(folder).Count(run => run.HasResult) >= 2, "later slots' runs", worker);

        Assert.Equal([RunStatus.Interrupted, RunStatus.Interrupted], TestWorker.RunsIn(folder).Where(run => run.Slot.At == slot).Select(run => run.Status));
    }
}
