using System;
using System.Collections.Generic;
using System.Linq;

namespace SecretsAudit.Detection.Formats;

/// <summary>Finds the names of services.</summary>
internal static class ServiceIndex
{
    // By the name's first two characters; the longest name first.
    private static readonly Dictionary<int, ServiceShape[]> ByFirst = ServiceTable.All
        .GroupBy(service => Key(service.Name[0], service.Name[1]))
        .ToDictionary(group => group.Key, group => group.OrderByDescending(service => service.Name.Length).ToArray());

    /// <summary>Where a service's name may stand: in small letters, with a capital, in capitals.</summary>
    public static KeywordSearch Search { get; } = new(
        [.. ServiceTable.All.SelectMany(service => new[] { service.Name, char.ToUpperInvariant(service.Name[0]) + service.Name.Substring(1), service.Name.ToUpperInvariant() })]);

    /// <summary>The service whose name the text begins with; null when it begins with none.</summary>
    public static ServiceShape? At(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || !ByFirst.TryGetValue(Key(char.ToLowerInvariant(text[0]), char.ToLowerInvariant(text[1])), out var services))
            return null;
        foreach (var service in services)
        {
            if (text.StartsWith(service.Name.AsSpan(), StringComparison.OrdinalIgnoreCase))
                return service;
        }

        return null;
    }

    private static int Key(char first, char second) => first << 16 | second;
}
