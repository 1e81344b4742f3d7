using SecretsAudit.Iam;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Facts;

/// <summary>Who gets in by a secret's resource policy, as rules see it. The policy is analysed when a rule first asks, once.</summary>
public sealed class AccessFacts
{
    private readonly Secret _secret;

    internal AccessFacts(Secret secret) => _secret = secret;

    /// <summary>The resource policy's JSON; absent when the secret has none.</summary>
    public Fact<string> Policy => _secret.ResourcePolicy;

    /// <summary>
    /// Whether a statement lets anyone in, whatever account they belong to. A secret without a policy lets nobody in by it; a policy that
    /// cannot be understood leaves it unknown.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html"/>
    public Fact<bool> IsPublic => Policy.IsAbsent ? Fact.Known(false, Policy.Origin!) : Reach.Select(static reach => reach.IsPublic);

    /// <summary>Which statements let anyone in, and why; absent when none does.</summary>
    public Fact<string> PublicBecause
    {
        get
        {
            if (!Reach.TryGetValue(out var reach))
                return FactOperators.Carry<PolicyReach, string>(Reach);

            var reasons = reach.PublicStatements
                .Select(statement => $"{statement.Statement.Name} (line {statement.Position.Line}): {statement.Explanation}")
                .ToList();
            return reasons.Count == 0 ? Fact<string>.Absent(Reach.Origin!) : Fact.Known(string.Join(" ", reasons), Reach.Origin!);
        }
    }

    private Fact<PolicyReach> Reach => field.Origin is null ? field = Analyse(_secret.ResourcePolicy) : field;

    private static Fact<PolicyReach> Analyse(Fact<string> policy)
    {
        if (!policy.TryGetValue(out var json))
            return FactOperators.Carry<string, PolicyReach>(policy);

        var parse = PolicyDocument.Parse(json, PolicyKind.Secret);
        return parse.IsValid
            ? Fact.Known(PolicyReach.Of(parse.Document), policy.Origin!)
            : Fact<PolicyReach>.Unknown(policy.Origin!.Failed($"the resource policy cannot be understood at {parse.Errors.First()}"));
    }
}
