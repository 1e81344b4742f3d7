namespace SecretsAudit.EndToEnd.Tests;

/// <summary>What the sample company has decided for itself, as its <c>secretsaudit.yaml</c>: the lists and limits that rules of a house need.</summary>
internal static class HouseRules
{
    public const string Settings = """
        trust:
          accounts: ["111122223333", "444455556666", "777788889999"]
          organizations: [o-quillmere01]
        rules:
          key-not-allowed: { parameters: { allowed: ["arn:aws:kms:eu-*:*:key/*"] } }
          required-condition-missing: { parameters: { required: [aws:PrincipalOrgID] } }
          naming-convention-broken: { parameters: { pattern: "^(prod|staging|shared)/[a-z]+/[a-z0-9-]+/[a-z0-9-]+$" } }
          region-not-allowed: { parameters: { allowed: [eu-*] } }
          replica-region-not-allowed: { parameters: { allowed: [eu-*] } }
          too-many-readers: { parameters: { maximumReaders: 2 } }
          uncached-reads: { parameters: { readsPerDay: 1 } }
          unknown-reader:
            parameters: { expected: ["*"] }
            overrides:
              - paths: [prod/customer/call-centre/*]
                parameters: { expected: ["*/call-centre*"] }
        """;

    /// <summary>Rules of which the sample estate has no violation, with the reason.</summary>
    public static IReadOnlyDictionary<string, string> WithoutPlant { get; } = new Dictionary<string, string>
    {
        // https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotateSecret.html
        ["rotation-without-function"] = "RotateSecret wants a function for every secret that no service manages.",
        // https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html
        ["orphan-replica"] = "DeleteSecret refuses a primary that has replicas.",
        ["read-from-another-account"] = "Nobody of the company reads a secret of another of its accounts.",
        ["value-in-template"] = "What the store holds is no template's; it is planted in the sample template and the sample configuration, beside innocent values.",
        ["parameter-value-in-template"] = "The same of parameters.",
        ["trail-delivery-failing"] = "A trail of the company delivers into a folder of the store, where no delivery fails; every account and region is an innocent neighbour.",
    };

    /// <summary>Planted rules whose findings carry no command; each rule's remediation says why.</summary>
    public static IReadOnlyList<string> WithoutCommand { get; } =
    [
        "advanced-parameter-without-need", "configuration-kept-as-secret", "cost-outlier", "mergeable-secrets", "multi-region-key", "naming-convention-broken", "reads-refused", "region-not-allowed", "shared-parameter", "too-many-readers", "uncached-reads", "unknown-reader",
    ];
}
