using SecretsAudit.Model;

namespace SecretsAudit.Engine.Facts;

/// <summary>How a secret rotates, as rules see it.</summary>
public readonly struct RotationFacts
{
    private readonly Rotation _rotation;

    internal RotationFacts(Rotation rotation) => _rotation = rotation;

    /// <summary>Whether automatic rotation is on.</summary>
    public Fact<bool> Enabled => _rotation.Enabled;

    /// <summary>When the next rotation is due, as the service says; absent when none is scheduled.</summary>
    public Fact<DateTimeOffset> Next => _rotation.Next;

    /// <summary>The rotation function's ARN; absent for managed rotation or none.</summary>
    public Fact<string> FunctionArn => _rotation.FunctionArn;

    /// <summary>Days between rotations; absent when the schedule is an expression or there is none.</summary>
    public Fact<int> AfterDays => _rotation.AutomaticallyAfterDays;

    /// <summary>The <c>rate()</c> or <c>cron()</c> expression; absent when the schedule is by days or there is none.</summary>
    public Fact<string> Schedule => _rotation.ScheduleExpression;

    /// <summary>The longest time between two rotations by the schedule, whether it is by days, a rate or a cron expression; absent without one.</summary>
    public Fact<TimeSpan> Interval => RotationSchedule.Interval(_rotation);

    /// <summary>The region of the rotation function, by its ARN; absent when there is no function.</summary>
    public Fact<string> FunctionRegion => Part(3);

    /// <summary>The name of the rotation function, by its ARN; absent when there is no function.</summary>
    public Fact<string> FunctionName => Part(6);

    /// <summary>The length of the rotation window; absent when it is the default.</summary>
    public Fact<TimeSpan> Window => _rotation.WindowDuration;

    // arn:partition:lambda:region:account:function:name
    private Fact<string> Part(int index)
    {
        if (!_rotation.FunctionArn.TryGetValue(out var arn))
            return _rotation.FunctionArn;

        var rest = arn.AsSpan();
        for (var part = 0; part < index && rest.Length > 0; part++)
            rest = rest.IndexOf(':') is >= 0 and var colon ? rest[(colon + 1)..] : default;

        var end = rest.IndexOf(':');
        return rest.Length > 0
            ? Fact.Known((end < 0 ? rest : rest[..end]).ToString(), _rotation.FunctionArn.Origin!)
            : Fact<string>.Unknown(_rotation.FunctionArn.Origin!.Failed("the rotation function's ARN is not understood"));
    }
}
