using SecretsAudit.Model;

namespace SecretsAudit.Engine.Facts;

/// <summary>One account and region as rules see it: whether what happens there is recorded.</summary>
public sealed class AccountFacts : IResourceFacts
{
    private static readonly TagFacts NoTags = new(default);
    private readonly AccountRegion _account;
    private readonly FactContext _context;

    internal AccountFacts(AccountRegion account, FactContext context)
    {
        _account = account;
        _context = context;
    }

    /// <summary>The account's twelve digits.</summary>
    public Fact<string> Account => Fact.Known(_account.Scope.Account, _context.Identity);

    /// <summary>The region's code.</summary>
    public Fact<string> Region => Fact.Known(_account.Scope.Region, _context.Identity);

    /// <summary>How many trails record it or are there to record it.</summary>
    public Fact<int> TrailCount => _account.Trails.Select(static trails => trails.Count);

    /// <summary>Whether some trail records now.</summary>
    public Fact<bool> IsRecorded => Any(static trail => trail.IsLogging);

    /// <summary>Whether some trail records every region now.</summary>
    public Fact<bool> IsRecordedEverywhere => Any(static trail => trail.IsMultiRegion ? trail.IsLogging : No(trail));

    /// <summary>Whether some trail records now and lets a reader detect tampering.</summary>
    public Fact<bool> RecordsAreValidated => Any(static trail => trail.ValidatesLogs ? trail.IsLogging : No(trail));

    /// <summary>Whether some trail records now under a KMS key.</summary>
    public Fact<bool> RecordsAreEncrypted => Any(static trail => trail.IsEncrypted ? trail.IsLogging : No(trail));

    /// <summary>The first error with which a trail's delivery fails; absent when none does.</summary>
    public Fact<string> DeliveryError
    {
        get
        {
            if (!_account.Trails.TryGetValue(out var trails))
                return FactOperators.Carry<IReadOnlyList<AuditTrail>, string>(_account.Trails);

            var failing = trails.FirstOrDefault(trail => trail.DeliveryError.IsKnown) ?? trails.FirstOrDefault(trail => trail.DeliveryError.IsUnknown);
            return failing is null ? Fact<string>.Absent(_account.Trails.Origin!) : failing.DeliveryError.Select(error => $"{failing.Arn}: {error}");
        }
    }

    /// <summary>Whether AWS Config records now.</summary>
    public Fact<bool> ConfigRecords => _account.Recorders.Select(static recorders => recorders.Any(recorder => recorder.IsRecording));

    /// <summary>Whether the last recording of AWS Config failed.</summary>
    public Fact<bool> ConfigFails => _account.Recorders.Select(static recorders => recorders.Any(recorder => recorder.IsRecording && recorder.LastStatus.Equals("FAILURE", StringComparison.OrdinalIgnoreCase)));

    string IResourceFacts.Path => _account.Scope.ToString();

    Scope IResourceFacts.Scope => _account.Scope;

    TagFacts IResourceFacts.Labels => NoTags;

    Fact<DateTimeOffset> IResourceFacts.Since => Fact<DateTimeOffset>.Absent(_context.Identity);

    // An account has no ARN of its own; Security Hub writes it this way.
    // https://docs.aws.amazon.com/securityhub/latest/userguide/asff-required-attributes.html#Resources
    FindingSubject.Resource IResourceFacts.Subject() =>
        new($"AWS::::Account:{_account.Scope.Account}/{_account.Scope.Region}", _account.Scope.ToString(), "AWS::::Account", _account.Scope, null);

    // One trail that is known to do it decides; otherwise one of which it is unknown does.
    private Fact<bool> Any(Func<AuditTrail, Fact<bool>> does)
    {
        if (!_account.Trails.TryGetValue(out var trails))
            return FactOperators.Carry<IReadOnlyList<AuditTrail>, bool>(_account.Trails);

        Fact<bool> verdict = Fact.Known(false, _account.Trails.Origin!);
        foreach (var trail in trails)
            verdict |= does(trail);

        return verdict;
    }

    private static Fact<bool> No(AuditTrail trail) => trail.IsLogging.Origin is { } origin ? Fact.Known(false, origin with { Reason = null }) : default;
}
