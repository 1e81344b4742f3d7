using System.Collections.Immutable;

namespace SecretsAudit.Store.Accounts;

/// <summary>The role in which AWS itself rotates the secrets that its services manage.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_managed.html"/>
internal static class ServiceRole
{
    private static readonly ImmutableSortedDictionary<string, string> Policies = ImmutableSortedDictionary.Create<string, string>().Add(
        "ManagedRotation",
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["secretsmanager:*","kms:Decrypt","kms:GenerateDataKey"],"Resource":"*"}]}""");

    public static Caller CallerFor(string account) =>
        new(
            new Principal
            {
                AccountId = account,
                Kind = PrincipalKind.Role,
                Name = "AWSServiceRoleForSecretsManager",
                Path = "/aws-service-role/secretsmanager.amazonaws.com/",
                UniqueId = "AROASERVICEROLE" + account[..6],
                Policies = Policies,
            },
            "managed-rotation")
        {
            SourceIp = "secretsmanager.amazonaws.com",
            UserAgent = "secretsmanager.amazonaws.com",
        };

    /// <summary>Whether it is the one made here; a stored principal never holds this very policy set.</summary>
    public static bool Is(Principal principal) => ReferenceEquals(principal.Policies, Policies);
}
