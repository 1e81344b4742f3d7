using SecretsAudit.Engine.Yaml;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Rules.Testing;

/// <summary>A test that a rule's file holds.</summary>
internal sealed record RuleTest
{
    public required string Name { get; init; }

    public required DocumentPosition At { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required Secret Secret { get; init; }

    public required IReadOnlyList<KmsKey> Keys { get; init; }

    /// <summary>The monthly costs of the other secrets of the fleet.</summary>
    public required IReadOnlyList<decimal> Fleet { get; init; }

    public required IReadOnlyDictionary<string, object> Parameters { get; init; }

    public required RuleExpectation Expect { get; init; }

    /// <summary>The message or reason that must come out; null when any will do.</summary>
    public required string? Message { get; init; }
}
