using SecretsAudit.Model;

namespace SecretsAudit.Collectors;

/// <summary>The first line of an inventory file.</summary>
public sealed record InventoryFileHead
{
    /// <summary>Always <c>secretsaudit-inventory</c>.</summary>
    public required string Format { get; init; }

    /// <summary>The version of the file's layout.</summary>
    public required int Version { get; init; }

    /// <summary>The moment the inventory was read for.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The reads that were made; a rule that needs another finds its facts unknown.</summary>
    public required InventoryNeeds Needs { get; init; }

    /// <summary>How far back use was looked up.</summary>
    public required TimeSpan UsageWindow { get; init; }

    /// <summary>The source, in its own words.</summary>
    public required string Source { get; init; }

    internal static InventoryFileHead Of(IInventorySource source, InventoryRequest request) => new()
    {
        Format = InventoryFile.Format,
        Version = InventoryFile.Version,
        AsOf = request.AsOf,
        Needs = request.Needs,
        UsageWindow = request.UsageWindow,
        Source = source.Description,
    };
}

/// <summary>The last line of an inventory file.</summary>
/// <param name="Items">The number of items before it.</param>
internal sealed record InventoryFileEnd(long Items);
