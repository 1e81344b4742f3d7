namespace SecretsAudit.Model;

/// <summary>One account and region: the unit that is read, reported and covered.</summary>
/// <param name="Account">The twelve-digit account id.</param>
/// <param name="Region">The region's code.</param>
public sealed record Scope(string Account, string Region)
{
    /// <summary><c>account/region</c>.</summary>
    public override string ToString() => $"{Account}/{Region}";
}
