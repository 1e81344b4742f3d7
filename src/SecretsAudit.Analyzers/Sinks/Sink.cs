namespace SecretsAudit.Analyzers.Sinks;

/// <summary>One parameter of a known API that takes a credential.</summary>
/// <param name="api">The type that is created, or the method that is called, by its simple name.</param>
/// <param name="position">The argument's position, from 0; used where the API's assembly is not referenced.</param>
/// <param name="parameters">The parameter's names in the API's overloads.</param>
/// <param name="kind">What the API does with the value.</param>
internal sealed class Sink(string api, int position, string[] parameters, SinkKind kind)
{
    public string Api { get; } = api;

    public int Position { get; } = position;

    public IReadOnlyList<string> Parameters { get; } = parameters;

    public SinkKind Kind { get; } = kind;

    /// <summary>The name by which a value is judged.</summary>
    public string Name => Kind switch
    {
        SinkKind.Key => "encryptionKey",
        SinkKind.Authorization => "accessToken",
        _ => "password",
    };
}
