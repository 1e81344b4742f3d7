using System.Globalization;
using SecretsAudit.Model;

namespace SecretsAudit.Collectors;

/// <summary>The secrets, keys and parameters that a Terraform plan will have made or kept.</summary>
/// <remarks>
/// A value that is known only after the plan is carried out is looked up in the configuration: when it refers to a resource of the plan, that
/// resource is meant; otherwise it is open.
/// </remarks>
/// <seealso href="https://developer.hashicorp.com/terraform/internals/json-format"/>
internal sealed class TerraformPlan
{
    private readonly string _file;
    private readonly Scope _scope;
    private readonly TemplateFacts _facts;
    private readonly TerraformValue _shown;
    private readonly List<PlannedResource> _resources = [];
    private readonly Dictionary<string, TemplateMap> _expressions = new(StringComparer.Ordinal);

    public TerraformPlan(TemplateMap plan, string file, Scope scope, TemplateFacts facts)
    {
        _file = file;
        _scope = scope;
        _facts = facts;
        _shown = new(plan, facts);
        if (plan.Map("planned_values")?.Map("root_module") is { } root)
            AddResources(root);
        if (plan.Map("configuration")?.Map("root_module") is { } configured)
            AddExpressions(configured, "");
    }

    public IEnumerable<InventoryItem> Items()
    {
        foreach (var key in Of("aws_kms_key"))
            yield return new InventoryItem.OfKey(Key(key));
        foreach (var parameter in Of("aws_ssm_parameter"))
            yield return new InventoryItem.OfParameter(Parameter(parameter));
        foreach (var secret in Of("aws_secretsmanager_secret"))
            yield return new InventoryItem.OfSecret(Secret(secret));
        foreach (var version in Of("aws_secretsmanager_secret_version").Where(version => !Of("aws_secretsmanager_secret").Any(secret => Refers(version, "secret_id", secret))))
        {
            if (ValueOfSecretElsewhere(version) is { } secret)
                yield return new InventoryItem.OfSecret(secret);
        }
    }

    private IEnumerable<PlannedResource> Of(string type) => _resources.Where(resource => resource.Type == type);

    private void AddResources(TemplateMap module)
    {
        foreach (var resource in module.List("resources").OfType<TemplateMap>())
        {
            if (resource.Text("mode") == "managed" && resource is { } map && map.Text("address") is { } address && map.Text("type") is { } type)
                _resources.Add(new(address, type, map.Map("values") ?? new(map.Line, map.Column, []), map.Line, map.Column));
        }
        foreach (var child in module.List("child_modules").OfType<TemplateMap>())
            AddResources(child);
    }

    private void AddExpressions(TemplateMap module, string prefix)
    {
        foreach (var resource in module.List("resources").OfType<TemplateMap>())
        {
            if (resource.Text("address") is { } address && resource.Map("expressions") is { } expressions)
                _expressions[prefix + address] = expressions;
        }
        foreach (var call in module.Map("module_calls")?.Entries ?? [])
        {
            if ((call.Value as TemplateMap)?.Map("module") is { } inner)
                AddExpressions(inner, $"{prefix}module.{call.Key}.");
        }
    }

    private Secret Secret(PlannedResource resource)
    {
        var values = resource.Values;
        var name = NameOf(resource);
        var replicas = values.List("replica").OfType<TemplateMap>().Where(replica => replica.Text("region") is not null)
            .Select(replica => new Replica { Region = replica.Text("region")!, Status = "InSync", KmsKeyId = replica.Text("kms_key_id") }).ToList();
        var own = Value(resource, "policy");
        return _facts.Secret(ArnOf(resource), name, _scope, Place(resource)) with
        {
            Description = NonEmpty(Value(resource, "description")),
            KmsKeyId = NonEmpty(Value(resource, "kms_key_id")),
            Tags = Tags(values),
            PrimaryRegion = replicas.Count > 0 ? _facts.Known(_scope.Region) : _facts.Absent<string>(),
            Replicas = _facts.Known<IReadOnlyList<Replica>>(replicas),
            ResourcePolicy = NonEmpty(own).IsAbsent && Linked("aws_secretsmanager_secret_policy", "secret_arn", resource) is { } policy ? Value(policy, "policy") : NonEmpty(own),
            ValueShownBy = ShownBy(resource),
            Rotation = Linked("aws_secretsmanager_secret_rotation", "secret_id", resource) is { } rotation ? RotationOf(rotation) : _facts.NoRotation,
        };
    }

    // Versions of it, or what their resources cannot show.
    private Fact<string> ShownBy(PlannedResource secret)
    {
        var shown = Of("aws_secretsmanager_secret_version").Where(version => Refers(version, "secret_id", secret)).Select(version => Shown(version, "secret_string", "secret_string_wo", "secret_binary")).ToList();
        return shown.Find(fact => fact.IsKnown) is { IsKnown: true } known ? known : shown.Find(fact => fact.IsUnknown && fact.Origin is not null) is { Origin: not null } open ? open : _facts.Absent<string>();
    }

    // A plan may give a value to a secret that it does not make; of that secret it says nothing else.
    private Secret? ValueOfSecretElsewhere(PlannedResource version)
    {
        var shown = Shown(version, "secret_string", "secret_string_wo", "secret_binary");
        if (shown.IsAbsent)
            return null;

        var arn = version.Values.Text("secret_id") is ['a', 'r', 'n', ':', ..] id ? id : ArnOf(version);
        return _facts.Elsewhere(arn, NameOf(version), _scope, Place(version)) with { ValueShownBy = shown };
    }

    private Fact<string> Shown(PlannedResource resource, params string[] arguments)
    {
        foreach (var argument in arguments)
        {
            var expression = _expressions.TryGetValue(PlanAddress.WithoutIndexes(resource.Address), out var expressions) ? TemplateValue.Opened(expressions[argument]) as TemplateMap : null;
            var planned = (TemplateValue.Opened(resource.Values[argument]) as TemplateText)?.Value;
            if (_shown.ShownBy(expression, planned, PlanAddress.Modules(resource.Address), argument) is { IsAbsent: false } shown)
                return shown;
        }
        return _facts.Absent<string>();
    }

    private Rotation RotationOf(PlannedResource rotation)
    {
        var rules = rotation.Values.List("rotation_rules").OfType<TemplateMap>().FirstOrDefault();
        return _facts.NoRotation with
        {
            Enabled = _facts.Known(true),
            FunctionArn = NonEmpty(Value(rotation, "rotation_lambda_arn")),
            AutomaticallyAfterDays = int.TryParse(rules?.Text("automatically_after_days"), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days > 0
                ? _facts.Known(days) : _facts.Absent<int>(),
            ScheduleExpression = NonEmpty(Fact.FromMember(rules?.Text("schedule_expression"), _facts.Origin)),
            WindowDuration = rules?.Text("duration") is [.. var hours, 'h'] && int.TryParse(hours, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length <= 24
                ? _facts.Known(TimeSpan.FromHours(length)) : _facts.Absent<TimeSpan>(),
        };
    }

    private KmsKey Key(PlannedResource resource)
    {
        var values = resource.Values;
        var spec = values.Text("customer_master_key_spec") ?? "SYMMETRIC_DEFAULT";
        var own = NonEmpty(Value(resource, "policy"));
        var policy = Linked("aws_kms_key_policy", "key_id", resource) is { } linked ? Value(linked, "policy") : own;
        return new()
        {
            Arn = ArnOf(resource),
            Id = ArnOf(resource).Split(":key/", 2)[^1],
            Scope = _scope,
            Place = Place(resource),
            Aliases = _facts.Known<IReadOnlyList<string>>([.. Of("aws_kms_alias").Where(alias => Refers(alias, "target_key_id", resource)).Select(NameOf).Order(StringComparer.Ordinal)]),
            Manager = _facts.Known("CUSTOMER"),
            State = _facts.Known(values.Text("is_enabled") == "false" ? "Disabled" : "Enabled"),
            Spec = _facts.Known(spec),
            MaterialOrigin = _facts.Known("AWS_KMS"),
            RotationEnabled = spec == "SYMMETRIC_DEFAULT" ? _facts.Known(values.Text("enable_key_rotation") == "true") : _facts.Absent<bool>(),
            DeletionDate = _facts.Absent<DateTimeOffset>(),
            CreatedAt = _facts.NotYet<DateTimeOffset>(),
            Policy = policy.IsAbsent || (policy.IsUnknown && !IsStated(resource, "policy")) ? _facts.DefaultKeyPolicy(_scope) : policy,
        };
    }

    private Parameter Parameter(PlannedResource resource)
    {
        var type = Value(resource, "type");
        var key = NonEmpty(Value(resource, "key_id"));
        var tier = NonEmpty(Value(resource, "tier"));
        return new()
        {
            Arn = ArnOf(resource),
            Name = NameOf(resource),
            Scope = _scope,
            Place = Place(resource),
            Type = type,
            KmsKeyId = type is not { IsKnown: true, Value: "SecureString" } ? _facts.Absent<string>()
                : key.IsAbsent || (key.IsUnknown && !IsStated(resource, "key_id")) ? _facts.Known("alias/aws/ssm") : key,
            Tier = tier.IsKnown || IsStated(resource, "tier") ? tier : _facts.Known("Standard"),
            Description = NonEmpty(Value(resource, "description")),
            LastModified = _facts.NotYet<DateTimeOffset>(),
            Version = _facts.NotYet<long>(),
            Policies = _facts.Known<IReadOnlyList<string>>([]),
            Tags = Tags(resource.Values),
            ResourcePolicy = _facts.Absent<string>(),
            ValueShownBy = type is { IsKnown: true, Value: not "SecureString" } ? _facts.Absent<string>() : Shown(resource, "value", "value_wo"),
        };
    }

    // A value that is stated; for one that is known only after apply, the resource of the plan that it refers to.
    private Fact<string> Value(PlannedResource resource, string name)
    {
        if (resource.Values[name] is TemplateText { Value: { } text })
            return _facts.Known(text);
        return IsStated(resource, name) ? Referred(resource, name) : _facts.Absent<string>();
    }

    private Fact<string> Referred(PlannedResource resource, string name)
    {
        var target = References(resource, name).Select(Find).OfType<PlannedResource>().FirstOrDefault();
        return target?.Type switch
        {
            "aws_kms_key" or "aws_secretsmanager_secret" => _facts.Known(ArnOf(target)),
            "aws_kms_alias" => _facts.Known(NameOf(target)),
            _ => _facts.Open<string>($"{resource.Address}.{name} is known only after apply"),
        };
    }

    private bool IsStated(PlannedResource resource, string name) =>
        _expressions.TryGetValue(PlanAddress.WithoutIndexes(resource.Address), out var expressions) && expressions[name] is TemplateMap expression && expression.Entries.Count > 0;

    private IEnumerable<string> References(PlannedResource resource, string name) => _expressions.TryGetValue(PlanAddress.WithoutIndexes(resource.Address), out var expressions)
        ? (expressions.Map(name)?.List("references") ?? []).OfType<TemplateText>().Select(text => PlanAddress.ModuleOf(resource.Address) + text.Value)
        : [];

    private PlannedResource? Find(string reference) => _resources.Find(resource => reference == resource.Address
        || reference.StartsWith(resource.Address + ".", StringComparison.Ordinal) || PlanAddress.WithoutIndexes(reference) == PlanAddress.WithoutIndexes(resource.Address));

    private PlannedResource? Linked(string type, string member, PlannedResource secret) => Of(type).FirstOrDefault(resource => Refers(resource, member, secret));

    private bool Refers(PlannedResource resource, string member, PlannedResource target) =>
        resource.Values.Text(member) is { } id
            ? id == target.Values.Text("arn") || id == target.Values.Text("id") || id == target.Values.Text("key_id") || id == target.Values.Text("name")
            : References(resource, member).Any(reference => Find(reference) == target);

    private string ArnOf(PlannedResource resource) => resource.Values.Text("arn") ?? resource.Type switch
    {
        "aws_kms_key" => $"arn:aws:kms:{_scope.Region}:{_scope.Account}:key/{resource.Address}",
        "aws_ssm_parameter" => $"arn:aws:ssm:{_scope.Region}:{_scope.Account}:parameter/{NameOf(resource).TrimStart('/')}",
        _ => $"arn:aws:secretsmanager:{_scope.Region}:{_scope.Account}:secret:{NameOf(resource)}",
    };

    private static string NameOf(PlannedResource resource) => resource.Values.Text("name") is { Length: > 0 } name ? name : resource.Address;

    private Fact<IReadOnlyDictionary<string, string>> Tags(TemplateMap values)
    {
        // tags_all has the provider's default tags in it.
        var map = values.Map("tags_all") ?? values.Map("tags");
        return _facts.Known<IReadOnlyDictionary<string, string>>((map?.Entries ?? []).GroupBy(entry => entry.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (group.Last().Value as TemplateText)?.Value ?? "", StringComparer.Ordinal));
    }

    private Fact<string> NonEmpty(Fact<string> fact) => fact is { IsKnown: true, Value: "" } ? _facts.Absent<string>() : fact;

    private SourcePlace Place(PlannedResource resource) => new(_file, resource.Line, resource.Column);
}

/// <summary>A resource as a plan will have it.</summary>
internal sealed record PlannedResource(string Address, string Type, TemplateMap Values, int Line, int Column);
