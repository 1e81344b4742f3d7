namespace SecretsAudit.Iam.Reach.Search;

/// <summary>One way to fill one part of a request: who sends it, its action, its resource, or some context keys that go together.</summary>
internal sealed record Choice
{
    /// <summary>The statements that this part of the request satisfies as far as they speak of it.</summary>
    public required StatementSet Holds { get; init; }

    public Principal? Principal { get; init; }

    public string? Action { get; init; }

    public string? Resource { get; init; }

    /// <summary>The context keys of this part; null is a key that is absent.</summary>
    public IReadOnlyList<KeyValuePair<string, string[]?>> Keys { get; init; } = [];
}

/// <summary>A part of a request with every way to fill it that the policy tells apart.</summary>
/// <param name="Name">The part's name, for reasons and limits.</param>
/// <param name="Choices">The ways, the plainest first, each with statements of its own.</param>
/// <param name="IsComplete">Whether no way is missing.</param>
internal sealed record RequestPart(string Name, IReadOnlyList<Choice> Choices, bool IsComplete)
{
    /// <summary>Of several choices that satisfy the same statements the first suffices.</summary>
    public static RequestPart Of(string name, IEnumerable<Choice> choices, bool isComplete) =>
        new(name, [.. choices.DistinctBy(choice => choice.Holds)], isComplete);
}
