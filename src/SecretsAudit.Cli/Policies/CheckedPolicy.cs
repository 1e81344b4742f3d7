using SecretsAudit.Iam;

namespace SecretsAudit.Cli.Policies;

/// <summary>One policy with what its check found.</summary>
/// <param name="File">The file as the user named it; <c>-</c> for standard input.</param>
/// <param name="Kind">Where it is attached.</param>
/// <param name="Zone">Who is not outside; null when only strangers were looked for.</param>
/// <param name="Result">What was found.</param>
internal sealed record CheckedPolicy(string File, PolicyKind Kind, TrustZone? Zone, PolicyCheckResult Result)
{
    /// <summary>The file's name for messages.</summary>
    public string Name => File == "-" ? "stdin" : File;

    /// <summary>The answer.</summary>
    public PolicyVerdict Verdict => Result switch
    {
        { Document: null } => PolicyVerdict.Refused,
        { Reach: null } => PolicyVerdict.NotAsked,
        _ when Witness is not null => PolicyVerdict.SomebodyOutside,
        { Outside: ReachVerdict.Undetermined } => PolicyVerdict.Undetermined,
        // Without a zone a public statement without a witness is one that could not be told.
        { Outside: null, Reach.IsPublic: true } => PolicyVerdict.Undetermined,
        _ => PolicyVerdict.NobodyOutside,
    };

    /// <summary>A request from outside that is allowed; null when none was found.</summary>
    public ReachWitness? Witness => Result.Outside switch
    {
        ReachVerdict.Allowed allowed => allowed.Witness,
        null => Result.Reach?.PublicStatements.Select(statement => statement.Witness).FirstOrDefault(witness => witness is not null),
        _ => null,
    };

    /// <summary>What a "no" takes for granted, one sentence each.</summary>
    public IReadOnlyList<string> Limits => Result.Outside is ReachVerdict.Denied denied ? denied.Limits : [];

    /// <summary>The answer in one or two sentences.</summary>
    public string Sentence => Verdict switch
    {
        PolicyVerdict.Refused => "AWS would refuse this policy.",
        PolicyVerdict.NotAsked => "A policy of this kind lets nobody in by itself.",
        PolicyVerdict.SomebodyOutside => $"{(Zone is null ? "Strangers get in" : "Somebody outside of the trust zone gets in")}: {string.Join(' ', [$"{Witness!.Words}.", .. Witness.Assumptions])}",
        PolicyVerdict.Undetermined => $"Whether {(Zone is null ? "strangers get in" : "somebody outside of the trust zone gets in")} could not be told.",
        _ => Zone is null ? "No stranger gets in. Whom the policy names was not judged: say with --trust who is not outside." : "Nobody outside of the trust zone gets in.",
    };
}
