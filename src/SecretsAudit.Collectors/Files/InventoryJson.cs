using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SecretsAudit.Model;

namespace SecretsAudit.Collectors;

/// <summary>The JSON of an inventory file. A member it does not know is an error: the file is ours, and a newer one says so in its head.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(InventoryLine))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<Replica>))]
[JsonSerializable(typeof(IReadOnlyList<SecretVersion>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(IReadOnlyList<AuditTrail>))]
[JsonSerializable(typeof(IReadOnlyList<ConfigRecorder>))]
[JsonSerializable(typeof(SecretUsage))]
internal sealed partial class InventoryJson : JsonSerializerContext
{
    /// <summary>How one file is written; each file has its own numbers for its origins.</summary>
    public static JsonTypeInfo<InventoryLine> LineOf(OriginNumbers origins) => (JsonTypeInfo<InventoryLine>)OptionsOf(origins, []).GetTypeInfo(typeof(InventoryLine));

    /// <summary>How one file is read: what many items have alike becomes one object.</summary>
    /// <param name="origins">The file's numbers for its origins.</param>
    /// <param name="line">The line that is being read.</param>
    public static JsonTypeInfo<InventoryLine> LineOf(OriginNumbers origins, LineText line)
    {
        var plain = OptionsOf(origins, []);
        SharingConverter<T> Sharing<T>(SharedValues<T> values)
            where T : class
            => new(line, (JsonTypeInfo<T>)plain.GetTypeInfo(typeof(T)), values);

        // A schedule holds numbers of origins.
        var rotations = new SharedValues<Rotation>();
        origins.Renumbered = rotations.Clear;
        JsonConverter[] sharing =
        [
            new FactConverter<string>(origins, Sharing<string>(new())), new FactConverter<IReadOnlyList<string>>(origins, Sharing<IReadOnlyList<string>>(new())),
            new FactConverter<IReadOnlyDictionary<string, string>>(origins, Sharing<IReadOnlyDictionary<string, string>>(new())),
            new FactConverter<IReadOnlyList<Replica>>(origins, Sharing<IReadOnlyList<Replica>>(new())), new FactConverter<SecretUsage>(origins, Sharing<SecretUsage>(new())),
            Sharing<Scope>(new()), Sharing(rotations),
        ];
        return (JsonTypeInfo<InventoryLine>)OptionsOf(origins, sharing).GetTypeInfo(typeof(InventoryLine));
    }

    private static JsonSerializerOptions OptionsOf(OriginNumbers origins, IReadOnlyList<JsonConverter> first)
    {
        JsonConverter[] facts =
        [
            new FactConverter<string>(origins), new FactConverter<bool>(origins, JsonMetadataServices.BooleanConverter), new FactConverter<int>(origins, JsonMetadataServices.Int32Converter),
            new FactConverter<DateTimeOffset>(origins, JsonMetadataServices.DateTimeOffsetConverter), new FactConverter<TimeSpan>(origins, JsonMetadataServices.TimeSpanConverter), new FactConverter<IReadOnlyList<string>>(origins),
            new FactConverter<IReadOnlyDictionary<string, string>>(origins), new FactConverter<IReadOnlyList<SecretVersion>>(origins),
            new FactConverter<IReadOnlyList<Replica>>(origins), new FactConverter<SecretUsage>(origins), new FactConverter<long>(origins, JsonMetadataServices.Int64Converter),
            new FactConverter<IReadOnlyList<AuditTrail>>(origins), new FactConverter<IReadOnlyList<ConfigRecorder>>(origins),
        ];
        var converters = facts.Cast<IFactConverter>().ToDictionary(converter => converter.FactType);
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            MaxDepth = 16,
            TypeInfoResolver = new InventoryJson().WithAddedModifier(type =>
            {
                foreach (var property in type.Properties)
                {
                    if (converters.TryGetValue(property.PropertyType, out var converter))
                        property.ShouldSerialize = (_, value) => converter.IsWritten(value);
                }
            }),
        };
        // Of two converters of a type the first counts.
        foreach (var converter in first.Concat(facts))
            options.Converters.Add(converter);
        options.Converters.Add(new JsonStringEnumConverter<GapKind>());
        options.Converters.Add(new JsonStringEnumConverter<InventoryNeeds>());
        return options;
    }
}
