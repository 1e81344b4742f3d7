namespace SecretsAudit.Store.Wire;

/// <summary>An HTTP request as the protocol sees it, from a socket or from the in-process handler.</summary>
internal sealed record WireRequest
{
    public required string Method { get; init; }

    /// <summary>The path as it was sent, percent-encoding included.</summary>
    public required string RawPath { get; init; }

    /// <summary>The query as it was sent, without the question mark.</summary>
    public required string RawQuery { get; init; }

    /// <summary>Looks a header up by its lower-case name; several values are joined by commas.</summary>
    public required Func<string, string?> Header { get; init; }

    public required ReadOnlyMemory<byte> Body { get; init; }

    public required string SourceIp { get; init; }

    public required bool SecureTransport { get; init; }
}

/// <summary>The answer to a <see cref="WireRequest"/>.</summary>
internal sealed record WireResponse(int Status, string ContentType, byte[] Body, string RequestId);
