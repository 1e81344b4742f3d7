using SecretsAudit.Engine.Yaml;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Rules.Testing;

/// <summary>A test that a rule's file holds.</summary>
internal sealed record RuleTest
{
    public required string Name { get; init; }

    public required DocumentPosition At { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>What is judged: a secret, a key, a parameter or an account.</summary>
    public required object Resource { get; init; }

    /// <summary>Other secrets of the fleet.</summary>
    public required IReadOnlyList<Secret> Others { get; init; }

    /// <summary>Accounts and regions that were read to their end, besides the resource's own.</summary>
    public required IReadOnlyList<Scope> Covered { get; init; }

    /// <summary>Accounts of the trust zone.</summary>
    public required IReadOnlyList<string> TrustedAccounts { get; init; }

    public required IReadOnlyList<KmsKey> Keys { get; init; }

    /// <summary>The monthly costs of the other secrets of the fleet.</summary>
    public required IReadOnlyList<decimal> Fleet { get; init; }

    public required IReadOnlyDictionary<string, object> Parameters { get; init; }

    public required RuleExpectation Expect { get; init; }

    /// <summary>The message or reason that must come out; null when any will do.</summary>
    public required string? Message { get; init; }
}
