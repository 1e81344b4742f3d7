using SecretsAudit.Engine.Yaml;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Waivers;

/// <summary>The waivers of a reviewed file, <c>secretsaudit.waivers.yaml</c>.</summary>
/// <param name="Waivers">The waivers, in the file's order.</param>
public sealed record WaiverFile(IReadOnlyList<StatedWaiver> Waivers)
{
    /// <summary>No waivers.</summary>
    public static WaiverFile Empty { get; } = new([]);

    /// <summary>Reads waivers. Every member of a waiver but <c>tags</c> is required, and no other is known.</summary>
    /// <param name="path">The file's path, for error messages.</param>
    /// <param name="text">The file's text.</param>
    /// <exception cref="DocumentException">The file is wrong; every error is in it, with its place.</exception>
    public static WaiverFile Read(string path, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var errors = new ErrorList();
        var waivers = new List<StatedWaiver>();
        var root = YamlDocument.Read(path, text, errors);
        if (root is YamlMap map)
        {
            var reader = new MapReader(map, errors);
            if (reader.Optional("waivers") is { } list)
                ReadList(list, waivers, errors);
            else
                errors.Add(map.At, "'waivers' is missing.");

            reader.Finish();
        }
        else if (root is not null)
        {
            errors.Add(root.At, $"A waiver file is a mapping with 'waivers', not {root.Kind}.");
        }

        errors.ThrowIfAny();
        return new(waivers);
    }

    private static void ReadList(YamlNode node, List<StatedWaiver> waivers, ErrorList errors)
    {
        if (node is not YamlList list)
        {
            errors.Add(node.At, $"'waivers' must be a list, not {node.Kind}.");
            return;
        }

        foreach (var item in list.Items)
        {
            if (item is YamlMap map)
                waivers.Add(Read(new MapReader(map, errors), errors));
            else
                errors.Add(item.At, $"A waiver is a mapping, not {item.Kind}.");
        }
    }

    private static StatedWaiver Read(MapReader reader, ErrorList errors)
    {
        var expires = reader.Text("expires");
        if (!Moments.TryParse(expires.Value, out var end) && expires.Value.Length > 0)
            errors.Add(expires.At, $"'{expires.Value}' is no date.", "Write 2026-12-31: it ends as that day begins (UTC).");

        var waiver = new Waiver
        {
            Rule = reader.Text("rule").Value,
            Subject = reader.Text("subject").Value,
            Tags = reader.OptionalMap("tags") is { } tags ? TextMap.Read(tags, errors) : null,
            Owner = reader.Text("owner").Value,
            Approver = reader.Text("approver").Value,
            Reason = reader.Text("reason").Value,
            Expires = end,
        };
        reader.Finish();
        return new(waiver, reader.At);
    }
}
