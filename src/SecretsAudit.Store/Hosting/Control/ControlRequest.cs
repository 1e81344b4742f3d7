using SecretsAudit.Store.Crypto;

namespace SecretsAudit.Store.Hosting.Control;

/// <summary>What a control request asks for: a folder, and the root key to use. Every path is absolute; the serving process opens it.</summary>
internal sealed record ControlRequest
{
    public string? Path { get; init; }

    public string? KeyFile { get; init; }

    public string? KeyVariable { get; init; }

    public string? Passphrase { get; init; }

    public RootKeySource? RootKey =>
        KeyFile is { } file ? new RootKeySource.KeyFile(file)
        : KeyVariable is { } variable ? new RootKeySource.EnvironmentVariable(variable)
        : Passphrase is { } text ? new RootKeySource.Passphrase(text)
        : null;

    public static ControlRequest Of(string? path, RootKeySource? key) => new()
    {
        Path = path,
        KeyFile = (key as RootKeySource.KeyFile)?.Path,
        KeyVariable = (key as RootKeySource.EnvironmentVariable)?.Name,
        Passphrase = (key as RootKeySource.Passphrase)?.Text,
    };

    /// <summary>Never the passphrase.</summary>
    public override string ToString() => $"{Path} {RootKey}";
}

/// <summary>Why a control request was not done.</summary>
internal sealed record ControlRefusal(string Message);
