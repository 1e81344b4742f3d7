using System.Text;

namespace SecretsAudit.Iam;

/// <summary>The sizes that AWS accepts.</summary>
public static class PolicyLimits
{
    /// <summary>
    /// The limit in the unit of <see cref="PolicyKind"/>: bytes for key policies, characters without white space where IAM counts so, else
    /// characters. Where AWS has several limits for one kind (a managed policy 6,144, a role's inline policies 10,240) it is the largest.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html"/>
    /// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutResourcePolicy.html"/>
    /// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html"/>
    /// <seealso href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html"/>
    public static int MaxLength(PolicyKind kind) => kind switch
    {
        PolicyKind.Key => 32_768,
        PolicyKind.Secret or PolicyKind.Resource or PolicyKind.VpcEndpoint => 20_480,
        PolicyKind.ResourceControl => 5_120,
        PolicyKind.RoleTrust => 4_096,
        PolicyKind.Session => 2_048,
        _ => 10_240,
    };

    internal static string UnitOf(PolicyKind kind) => kind switch
    {
        PolicyKind.Key => "bytes",
        PolicyKind.Identity or PolicyKind.Boundary => "characters, white space aside,",
        _ => "characters",
    };

    internal static int LengthOf(ReadOnlySpan<char> json, PolicyKind kind)
    {
        switch (kind)
        {
            case PolicyKind.Key:
                return Encoding.UTF8.GetByteCount(json);
            // White space is free here, but not without bound: nobody pads a policy a hundredfold.
            case PolicyKind.Identity or PolicyKind.Boundary when json.Length <= 100 * MaxLength(kind):
                var length = 0;
                foreach (var character in json)
                {
                    if (!char.IsWhiteSpace(character))
                        length++;
                }

                return length;
            default:
                return json.Length;
        }
    }
}
