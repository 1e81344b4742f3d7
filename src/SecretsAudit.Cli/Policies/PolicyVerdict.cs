namespace SecretsAudit.Cli.Policies;

/// <summary>The answer of a check to its question: does anybody outside get in?</summary>
internal enum PolicyVerdict
{
    /// <summary>No request from outside is allowed.</summary>
    NobodyOutside,

    /// <summary>A request from outside is allowed; there is a witness.</summary>
    SomebodyOutside,

    /// <summary>It could not be told. This is no "no".</summary>
    Undetermined,

    /// <summary>AWS would refuse the policy: it lets nobody in, and does nothing else either.</summary>
    Refused,

    /// <summary>Policies of this kind let nobody in by themselves: they are attached to whoever calls, or only limit.</summary>
    NotAsked,
}
