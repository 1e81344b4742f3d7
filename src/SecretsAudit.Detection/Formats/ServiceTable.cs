namespace SecretsAudit.Detection.Formats;

/// <summary>The services whose tokens are told by their shape and by the service's name.</summary>
internal static partial class ServiceTable
{
    private static ServiceShape Service(string name, params string[] shapes) => new(name, isWord: false, shapes);

    private static ServiceShape Word(string name, params string[] shapes) => new(name, isWord: true, shapes);
}
