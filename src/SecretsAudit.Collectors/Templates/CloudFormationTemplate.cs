using System.Globalization;
using SecretsAudit.Model;

namespace SecretsAudit.Collectors;

/// <summary>The secrets, keys and parameters of a CloudFormation template.</summary>
/// <seealso href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_SecretsManager.html"/>
internal sealed class CloudFormationTemplate(TemplateMap template, string file, Scope scope, TemplateFacts facts)
{
    // Transforms of AWS's own that neither make nor change secrets, keys and parameters; the last adds functions, which are worked out or told.
    private static readonly string[] Harmless = ["AWS::Serverless", "AWS::SecretsManager", "AWS::LanguageExtensions"];

    private readonly Intrinsics _values = new(template, scope);
    private CloudFormationValue? _shown;

    public IEnumerable<InventoryItem> Items()
    {
        // A macro may add and change resources; what comes out of it is not in the file.
        // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-macros.html
        foreach (var macro in Macros())
        {
            yield return new InventoryItem.OfGap(new Gap
            {
                Operation = "template", Subject = file, Scope = scope, Kind = GapKind.Failed, Reason = GapText.Bound($"the macro {macro} may change the template when it is deployed"),
                Remedy = "Judge the template that the macro makes: aws cloudformation get-template --template-stage Processed.",
            });
        }
        foreach (var key in Resources("AWS::KMS::Key", "AWS::KMS::ReplicaKey"))
            yield return new InventoryItem.OfKey(Key(key));
        foreach (var parameter in Resources("AWS::SSM::Parameter"))
            yield return new InventoryItem.OfParameter(Parameter(parameter));
        foreach (var secret in Resources("AWS::SecretsManager::Secret"))
            yield return new InventoryItem.OfSecret(Secret(secret));
    }

    private IEnumerable<string> Macros() => Transforms().Concat((template.Map("Resources")?.Entries ?? []).Select(entry => entry.Key).Where(Adds));

    // What stands among the resources and makes others of them.
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html
    private static bool Adds(string key) => key is "Fn::Transform" || key.StartsWith("Fn::ForEach::", StringComparison.Ordinal);

    private IEnumerable<string> Transforms() => (template["Transform"] switch
    {
        TemplateText { Value: { } name } => [name],
        TemplateList list => list.Items.Select(item => (item as TemplateText)?.Value ?? (item as TemplateMap)?.Text("Name") ?? "?"),
        TemplateMap map => [map.Text("Name") ?? "?"],
        _ => Array.Empty<string>(),
    }).Where(name => !Harmless.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)));

    private IEnumerable<TemplateEntry> Resources(params string[] types) => (template.Map("Resources")?.Entries ?? [])
        .Where(entry => entry.Value is TemplateMap resource && types.Contains(resource.Text("Type"))
            && (resource.Text("Condition") is not { } condition || _values.Holds(condition) != false));

    private Secret Secret(TemplateEntry entry)
    {
        var properties = Properties(entry);
        var name = _values.NameOf(entry.Key, "Name");
        var replicas = Value(properties, "ReplicaRegions");
        return facts.Secret(_values.ArnOf(entry.Key)!, name, scope, Place(entry)) with
        {
            Description = Value(properties, "Description").Text(facts),
            KmsKeyId = Value(properties, "KmsKeyId").Text(facts),
            Tags = Tags(properties),
            PrimaryRegion = replicas.Open is { } open ? facts.Open<string>(open) : replicas.Node is TemplateList { Items.Count: > 0 } ? facts.Known(scope.Region) : facts.Absent<string>(),
            Replicas = replicas.Open is { } reason ? facts.Open<IReadOnlyList<Replica>>(reason) : facts.Known<IReadOnlyList<Replica>>(Replicas(replicas.Node)),
            ResourcePolicy = PolicyOf(entry.Key),
            ValueShownBy = (_shown ??= new(template, _values, facts)).ShownBy(TemplateValue.Opened(properties?["SecretString"]), "SecretString"),
            Rotation = RotationOf(entry.Key),
        };
    }

    private static List<Replica> Replicas(TemplateNode? node) =>
    [
        .. ((node as TemplateList)?.Items ?? []).OfType<TemplateMap>().Where(map => map.Text("Region") is not null)
            .Select(map => new Replica { Region = map.Text("Region")!, Status = "InSync", KmsKeyId = map.Text("KmsKeyId") }),
    ];

    private Fact<string> PolicyOf(string secret)
    {
        var policy = Resources("AWS::SecretsManager::ResourcePolicy").FirstOrDefault(entry => IsOf(Properties(entry), secret));
        return policy is null ? facts.Absent<string>() : Value(Properties(policy), "ResourcePolicy").Json(facts);
    }

    private Rotation RotationOf(string secret)
    {
        if (Resources("AWS::SecretsManager::RotationSchedule").FirstOrDefault(entry => IsOf(Properties(entry), secret)) is not { } schedule)
            return facts.NoRotation;

        var properties = Properties(schedule);
        var rules = Value(properties, "RotationRules");
        var map = rules.Node as TemplateMap;
        var hosted = properties?["HostedRotationLambda"] is not null;
        return facts.NoRotation with
        {
            Enabled = facts.Known(true),
            FunctionArn = hosted ? facts.Open<string>("the template makes the rotation function when it is deployed") : Value(properties, "RotationLambdaARN").Text(facts),
            AutomaticallyAfterDays = rules.Open is { } open ? facts.Open<int>(open)
                : int.TryParse(map?.Text("AutomaticallyAfterDays"), NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? facts.Known(days) : facts.Absent<int>(),
            ScheduleExpression = rules.Open is { } reason ? facts.Open<string>(reason) : Fact.FromMember(map?.Text("ScheduleExpression"), facts.Origin),
            WindowDuration = rules.Open is { } why ? facts.Open<TimeSpan>(why)
                : map?.Text("Duration") is [.. var hours, 'h'] && int.TryParse(hours, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length <= 24 ? facts.Known(TimeSpan.FromHours(length)) : facts.Absent<TimeSpan>(),
        };
    }

    // A policy or a schedule names its secret by Ref, by ARN or by name.
    private bool IsOf(TemplateMap? properties, string secret) =>
        Value(properties, "SecretId").Node is TemplateText { Value: { } id } && (id == _values.ArnOf(secret) || id == _values.NameOf(secret, "Name"));

    private KmsKey Key(TemplateEntry entry)
    {
        var properties = Properties(entry);
        var spec = Value(properties, "KeySpec").Text(facts);
        var enabled = Value(properties, "Enabled").Text(facts);
        var policy = Value(properties, "KeyPolicy").Json(facts);
        var origin = Value(properties, "Origin").Text(facts);
        return new()
        {
            Arn = _values.ArnOf(entry.Key)!,
            Id = entry.Key,
            Scope = scope,
            Place = Place(entry),
            Aliases = facts.Known<IReadOnlyList<string>>([.. Aliases(entry.Key)]),
            Manager = facts.Known("CUSTOMER"),
            State = enabled.IsUnknown ? enabled : facts.Known(enabled is { IsKnown: true, Value: "false" } ? "Disabled" : "Enabled"),
            Spec = spec.IsAbsent ? facts.Known("SYMMETRIC_DEFAULT") : spec,
            MaterialOrigin = origin.IsAbsent ? facts.Known("AWS_KMS") : origin,
            RotationEnabled = spec is { IsKnown: true, Value: not "SYMMETRIC_DEFAULT" } || origin is { IsKnown: true, Value: not "AWS_KMS" }
                ? facts.Absent<bool>()
                : Value(properties, "EnableKeyRotation").Text(facts) is var rotates && rotates.IsUnknown ? facts.Open<bool>(rotates.UnknownReason!) : facts.Known(rotates is { IsKnown: true, Value: "true" }),
            DeletionDate = facts.Absent<DateTimeOffset>(),
            CreatedAt = facts.NotYet<DateTimeOffset>(),
            Policy = policy.IsAbsent ? facts.DefaultKeyPolicy(scope) : policy,
        };
    }

    private IEnumerable<string> Aliases(string key) => Resources("AWS::KMS::Alias")
        .Where(alias => Value(Properties(alias), "TargetKeyId").Node is TemplateText { Value: { } target } && (target == key || target == _values.ArnOf(key)))
        .Select(alias => _values.NameOf(alias.Key, "AliasName"))
        .Order(StringComparer.Ordinal);

    // CloudFormation makes no SecureString.
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-parameter.html
    private Parameter Parameter(TemplateEntry entry)
    {
        var properties = Properties(entry);
        var tier = Value(properties, "Tier").Text(facts);
        var policies = Value(properties, "Policies").Text(facts);
        return new()
        {
            Arn = _values.ArnOf(entry.Key)!,
            Name = _values.NameOf(entry.Key, "Name"),
            Scope = scope,
            Place = Place(entry),
            Type = Value(properties, "Type").Text(facts),
            KmsKeyId = facts.Absent<string>(),
            Tier = tier.IsAbsent ? facts.Known("Standard") : tier,
            Description = Value(properties, "Description").Text(facts),
            LastModified = facts.NotYet<DateTimeOffset>(),
            Version = facts.NotYet<long>(),
            Policies = policies.IsAbsent ? facts.Known<IReadOnlyList<string>>([]) : policies.Select<IReadOnlyList<string>>(static _ => ["stated"]),
            Tags = ParameterTags(properties),
            ResourcePolicy = facts.Absent<string>(),
            ValueShownBy = facts.Absent<string>(),
        };
    }

    private Fact<IReadOnlyDictionary<string, string>> Tags(TemplateMap? properties)
    {
        var tags = Value(properties, "Tags");
        if (tags.Open is { } open)
            return facts.Open<IReadOnlyDictionary<string, string>>(open);
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in ((tags.Node as TemplateList)?.Items ?? []).OfType<TemplateMap>())
            read[tag.Text("Key") ?? ""] = tag.Text("Value") ?? "";
        return facts.Known<IReadOnlyDictionary<string, string>>(read);
    }

    // A parameter's tags are a mapping.
    private Fact<IReadOnlyDictionary<string, string>> ParameterTags(TemplateMap? properties)
    {
        var tags = Value(properties, "Tags");
        return tags.Open is { } open
            ? facts.Open<IReadOnlyDictionary<string, string>>(open)
            : facts.Known<IReadOnlyDictionary<string, string>>(((tags.Node as TemplateMap)?.Entries ?? []).GroupBy(entry => entry.Key, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => (group.Last().Value as TemplateText)?.Value ?? "", StringComparer.Ordinal));
    }

    private Resolved Value(TemplateMap? properties, string name) => _values.Resolve(properties?[name]);

    private static TemplateMap? Properties(TemplateEntry entry) => ((TemplateMap)entry.Value).Map("Properties");

    private SourcePlace Place(TemplateEntry entry) => new(file, entry.Line, entry.Column);
}
