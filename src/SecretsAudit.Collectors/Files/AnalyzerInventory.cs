using System.Text.Json;
using SecretsAudit.Model;

namespace SecretsAudit.Collectors;

/// <summary>
/// The names of the secrets that exist, as the analyzer reads them from a project's AdditionalFiles:
/// <c>{ "secrets": [ { "name": "prod/db", "state": "active" } ] }</c>. Ordered by name, so that a change of the file is a change of the estate.
/// </summary>
public static class AnalyzerInventory
{
    /// <summary>The name under which the analyzer looks for it.</summary>
    public const string FileName = "secretsaudit.inventory.json";

    /// <summary>Reads a source's secrets and writes their names and states.</summary>
    /// <param name="source">The source; it is asked for no more than descriptions.</param>
    /// <param name="request">The moment to read at.</param>
    /// <param name="destination">Gets the JSON, once all is read; it stays open.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The number of names written.</returns>
    /// <exception cref="IOException">The destination cannot be written to.</exception>
    public static async Task<long> WriteAsync(IInventorySource source, InventoryRequest request, Stream destination, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(request);
        // A name in several accounts and regions is there as long as one of them keeps it.
        var isPending = new SortedDictionary<string, bool>(StringComparer.Ordinal);
        await foreach (var item in source.ReadAsync(request with { Needs = InventoryNeeds.Description }, cancellationToken).ConfigureAwait(false))
        {
            if (item is InventoryItem.OfSecret { Secret: var secret })
                isPending[secret.Name] = secret.DeletedAt.IsKnown && (!isPending.TryGetValue(secret.Name, out var before) || before);
        }

        await WriteAsync(isPending, destination, cancellationToken).ConfigureAwait(false);
        return isPending.Count;
    }

    private static async Task WriteAsync(IReadOnlyDictionary<string, bool> isPending, Stream file, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteStartArray("secrets");
        foreach (var (name, pending) in isPending)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("state", pending ? "pendingDeletion" : "active");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
