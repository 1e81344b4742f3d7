using SecretsAudit.Engine.Yaml;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Rules.Reading;

/// <summary>
/// Reads the resources of a test. Members are named as in the model. <c>absent</c> and <c>unknown</c> state a fact's state, a moment may be
/// <c>now-91d</c>, and what a test does not state is unknown.
/// </summary>
internal sealed class InventoryReader(DateTimeOffset now, ErrorList errors)
{
    private readonly FactReader _facts = new(now, errors);

    public static bool TryMoment(string text, DateTimeOffset now, out DateTimeOffset moment)
    {
        moment = now;
        if (text == "now")
            return true;

        if (text.StartsWith("now", StringComparison.Ordinal) && text.Length > 4 && text[3] is '+' or '-')
        {
            var valid = Durations.TryParse(text.AsSpan(4), out var duration);
            moment = text[3] == '+' ? now + duration : now - duration;
            return valid;
        }

        return Moments.TryParse(text, out moment);
    }

    public Secret ReadSecret(YamlMap map)
    {
        var reader = new MapReader(map, errors);
        var name = reader.OptionalText("Name")?.Value ?? "prod/orders/db";
        var scope = ReadScope(reader);
        var secret = new Secret
        {
            Name = name,
            Scope = scope,
            Arn = reader.OptionalText("Arn")?.Value ?? $"arn:aws:secretsmanager:{scope.Region}:{scope.Account}:secret:{name}-AbCdEf",
            Description = _facts.Text(reader, "Description"),
            KmsKeyId = _facts.Text(reader, "KmsKeyId"),
            CreatedAt = _facts.Moment(reader, "CreatedAt"),
            LastChanged = _facts.Moment(reader, "LastChanged"),
            LastAccessed = _facts.Moment(reader, "LastAccessed"),
            LastRotated = _facts.Moment(reader, "LastRotated"),
            DeletedAt = _facts.Moment(reader, "DeletedAt"),
            Rotation = ReadRotation(reader.Optional("Rotation")),
            Tags = _facts.Of<IReadOnlyDictionary<string, string>>(reader, "Tags", ReadTags),
            Versions = _facts.Of<IReadOnlyList<SecretVersion>>(reader, "Versions", node => ReadList(node, ReadVersion)),
            PrimaryRegion = _facts.Text(reader, "PrimaryRegion"),
            Replicas = _facts.Of<IReadOnlyList<Replica>>(reader, "Replicas", node => ReadList(node, ReadReplica)),
            OwningService = _facts.Text(reader, "OwningService"),
            ResourcePolicy = _facts.Text(reader, "ResourcePolicy"),
            Usage = _facts.Of(reader, "Usage", ReadUsage),
            ValueShownBy = _facts.Text(reader, "ValueShownBy"),
            Place = ReadPlace(reader),
        };
        reader.Finish();
        return secret;
    }

    public KmsKey? ReadKey(YamlNode node)
    {
        if (Map(node, "A key") is not { } reader)
            return null;

        var scope = ReadScope(reader);
        var id = reader.Text("Id").Value;
        var key = new KmsKey
        {
            Id = id,
            Scope = scope,
            Arn = $"arn:aws:kms:{scope.Region}:{scope.Account}:key/{id}",
            Aliases = _facts.Of<IReadOnlyList<string>>(reader, "Aliases", Texts),
            Manager = _facts.Text(reader, "Manager"),
            State = _facts.Text(reader, "State"),
            RotationEnabled = _facts.Bool(reader, "RotationEnabled"),
            DeletionDate = _facts.Moment(reader, "DeletionDate"),
            Policy = _facts.Text(reader, "Policy"),
            CreatedAt = _facts.Moment(reader, "CreatedAt"),
            Spec = _facts.Text(reader, "Spec"),
            MaterialOrigin = _facts.Text(reader, "MaterialOrigin"),
        };
        reader.Finish();
        return key;
    }

    public Parameter ReadParameter(YamlMap map)
    {
        var reader = new MapReader(map, errors);
        var name = reader.OptionalText("Name")?.Value ?? "/prod/orders/db-password";
        var scope = ReadScope(reader);
        var parameter = new Parameter
        {
            Name = name,
            Scope = scope,
            Arn = $"arn:aws:ssm:{scope.Region}:{scope.Account}:parameter/{name.TrimStart('/')}",
            Type = _facts.Text(reader, "Type"),
            KmsKeyId = _facts.Text(reader, "KmsKeyId"),
            Tier = _facts.Text(reader, "Tier"),
            Description = _facts.Text(reader, "Description"),
            LastModified = _facts.Moment(reader, "LastModified"),
            Version = _facts.Int(reader, "Version").Select(static version => (long)version),
            Policies = _facts.Of<IReadOnlyList<string>>(reader, "Policies", Texts),
            Tags = _facts.Of<IReadOnlyDictionary<string, string>>(reader, "Tags", ReadTags),
            ResourcePolicy = _facts.Text(reader, "ResourcePolicy"),
            ValueShownBy = _facts.Text(reader, "ValueShownBy"),
            Place = ReadPlace(reader),
        };
        reader.Finish();
        return parameter;
    }

    public AccountRegion ReadAccount(YamlMap map)
    {
        var reader = new MapReader(map, errors);
        var account = new AccountRegion
        {
            Scope = ReadScope(reader),
            Trails = _facts.Of<IReadOnlyList<AuditTrail>>(reader, "Trails", node => ReadList(node, ReadTrail)),
            Recorders = _facts.Of<IReadOnlyList<ConfigRecorder>>(reader, "Recorders", node => ReadList(node, ReadRecorder)),
        };
        reader.Finish();
        return account;
    }

    private AuditTrail? ReadTrail(YamlNode node)
    {
        if (Map(node, "A trail") is not { } reader)
            return null;

        var trail = new AuditTrail
        {
            Arn = reader.OptionalText("Arn")?.Value ?? "arn:aws:cloudtrail:eu-west-1:111122223333:trail/all",
            IsMultiRegion = _facts.Bool(reader, "IsMultiRegion") is { IsKnown: true, Value: true },
            ValidatesLogs = _facts.Bool(reader, "ValidatesLogs") is { IsKnown: true, Value: true },
            IsEncrypted = _facts.Bool(reader, "IsEncrypted") is { IsKnown: true, Value: true },
            IsLogging = _facts.Bool(reader, "IsLogging"),
            DeliveryError = _facts.Text(reader, "DeliveryError"),
        };
        reader.Finish();
        return trail;
    }

    private ConfigRecorder? ReadRecorder(YamlNode node)
    {
        if (Map(node, "A recorder") is not { } reader)
            return null;

        var recorder = new ConfigRecorder(
            reader.OptionalText("Name")?.Value ?? "default",
            _facts.Bool(reader, "IsRecording") is { IsKnown: true, Value: true },
            reader.OptionalText("LastStatus")?.Value ?? "Success");
        reader.Finish();
        return recorder;
    }

    // A test says only that a template states the resource, not which.
    private SourcePlace? ReadPlace(MapReader reader) => _facts.Bool(reader, "Planned") is { IsKnown: true, Value: true } ? new("template.yaml", 1, 1) : null;

    private static Scope ReadScope(MapReader reader) =>
        new(reader.OptionalText("Account")?.Value ?? "111122223333", reader.OptionalText("Region")?.Value ?? "eu-west-1");

    private Rotation ReadRotation(YamlNode? node)
    {
        if (node is null or YamlText { Value: "unknown", IsPlain: true } || Map(node, "Rotation") is not { } reader)
            return Rotation.NotRead;

        var rotation = new Rotation
        {
            Enabled = _facts.Bool(reader, "Enabled"),
            FunctionArn = _facts.Text(reader, "FunctionArn"),
            AutomaticallyAfterDays = _facts.Int(reader, "AutomaticallyAfterDays"),
            ScheduleExpression = _facts.Text(reader, "ScheduleExpression"),
            WindowDuration = _facts.Duration(reader, "WindowDuration"),
            Next = _facts.Moment(reader, "Next"),
        };
        reader.Finish();
        return rotation;
    }

    private Dictionary<string, string>? ReadTags(YamlNode node)
    {
        if (node is not YamlMap map || map.Entries.Any(entry => entry.Value is not YamlText))
            return null;

        return map.Entries.ToDictionary(entry => entry.Key.Value, entry => ((YamlText)entry.Value).Value, StringComparer.Ordinal);
    }

    private SecretVersion? ReadVersion(YamlNode node)
    {
        if (Map(node, "A version") is not { } reader)
            return null;

        var version = new SecretVersion(
            reader.OptionalText("Id")?.Value ?? "v", [.. reader.Texts("StagingLabels").Select(label => label.Value)], _facts.Moment(reader, "CreatedAt"));
        reader.Finish();
        return version;
    }

    private Replica? ReadReplica(YamlNode node)
    {
        if (Map(node, "A replica") is not { } reader)
            return null;

        var replica = new Replica
        {
            Region = reader.Text("Region").Value,
            Status = reader.OptionalText("Status")?.Value ?? "InSync",
            StatusMessage = reader.OptionalText("StatusMessage")?.Value,
            KmsKeyId = reader.OptionalText("KmsKeyId")?.Value,
            LastAccessed = _facts.Moment(reader, "LastAccessed") is { IsKnown: true, Value: var access } ? access : null,
        };
        reader.Finish();
        return replica;
    }

    private SecretUsage? ReadUsage(YamlNode node)
    {
        if (Map(node, "Usage") is not { } reader)
            return null;

        var days = _facts.Int(reader, "Days");
        var denied = _facts.Int(reader, "DeniedReads");
        var failed = _facts.Int(reader, "FailedReads");
        var reads = _facts.Int(reader, "Reads");
        var usage = new SecretUsage
        {
            WindowStart = now - TimeSpan.FromDays(days.IsKnown ? days.Value : 30),
            WindowEnd = now,
            Reads = reads.IsKnown ? reads.Value : 0,
            DeniedReads = denied.IsKnown ? denied.Value : 0,
            FailedReads = failed.IsKnown ? failed.Value : 0,
            LastAttempt = _facts.Moment(reader, "LastAttempt") is { IsKnown: true, Value: var attempt } ? attempt : null,
            Readers = [.. reader.Texts("Readers").Select(text => text.Value)],
            LastRead = _facts.Moment(reader, "LastRead") is { IsKnown: true, Value: var read } ? read : null,
        };
        reader.Finish();
        return usage;
    }

    private static List<T>? ReadList<T>(YamlNode node, Func<YamlNode, T?> read)
        where T : class
        => node is YamlList list ? [.. list.Items.Select(read).OfType<T>()] : null;

    private List<string>? Texts(YamlNode node) => node is YamlList list ? [.. MapReader.TextsOf(list, errors).Select(text => text.Value)] : null;

    private MapReader? Map(YamlNode node, string what)
    {
        if (node is YamlMap map)
            return new(map, errors);

        errors.Add(node.At, $"{what} is a mapping, not {node.Kind}.");
        return null;
    }
}
