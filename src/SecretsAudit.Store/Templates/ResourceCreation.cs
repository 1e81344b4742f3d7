using System.Globalization;
using System.Text.Json.Nodes;
using SecretsAudit.Store.Connections;
using SecretsAudit.Store.Operations;
using SecretsAudit.Store.Operations.Kms;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Operations.Ssm;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Templates;

/// <summary>Creates one resource by the same operations that CloudFormation calls, and knows what its Ref and GetAtt give.</summary>
internal sealed class ResourceCreation(StoreConnection store)
{
    private const int SuffixLength = 12;

    /// <summary>What is known of the template's databases, by what Ref gives for them.</summary>
    public Dictionary<string, JsonObject> Databases { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether it can be made: a rotation function that AWS would host is not the store's, so neither is a schedule that wants one.</summary>
    public static bool Knows(string type, JsonObject? properties) => type == "AWS::SecretsManager::RotationSchedule" ? properties?["HostedRotationLambda"] is null
        : type is "AWS::SecretsManager::Secret" or "AWS::SecretsManager::ResourcePolicy" or "AWS::SecretsManager::SecretTargetAttachment" or "AWS::KMS::Key" or "AWS::KMS::Alias" or "AWS::SSM::Parameter";

    /// <exception cref="TemplateException">The store refuses it.</exception>
    public async Task<IReadOnlyDictionary<string, string>> CreateAsync(string logicalId, string type, JsonObject properties)
    {
        try
        {
            return type switch
            {
                "AWS::SecretsManager::Secret" => await SecretAsync(logicalId, properties).ConfigureAwait(false),
                "AWS::SecretsManager::ResourcePolicy" => await PolicyAsync(properties).ConfigureAwait(false),
                "AWS::SecretsManager::RotationSchedule" => await RotationAsync(properties).ConfigureAwait(false),
                "AWS::SecretsManager::SecretTargetAttachment" => await AttachmentAsync(properties).ConfigureAwait(false),
                "AWS::KMS::Key" => await KeyAsync(properties).ConfigureAwait(false),
                "AWS::KMS::Alias" => await AliasAsync(properties).ConfigureAwait(false),
                _ => await ParameterAsync(logicalId, properties).ConfigureAwait(false),
            };
        }
        catch (AwsException refused)
        {
            throw new TemplateException($"{logicalId}: {refused.Code}: {refused.Message}", refused);
        }
    }

    private async Task<IReadOnlyDictionary<string, string>> SecretAsync(string logicalId, JsonObject properties)
    {
        var made = await InvokeAsync(new CreateSecret.Request
        {
            Name = Text(properties, "Name") ?? NameFor(logicalId),
            Description = Text(properties, "Description"),
            KmsKeyId = Text(properties, "KmsKeyId"),
            SecretString = properties["GenerateSecretString"] is JsonObject generate ? await GenerateAsync(generate).ConfigureAwait(false) : Text(properties, "SecretString"),
            Tags = Tags(properties),
            AddReplicaRegions = properties["ReplicaRegions"] is JsonArray replicas
                ? [.. replicas.OfType<JsonObject>().Select(replica => new ReplicaRegion { Region = Text(replica, "Region"), KmsKeyId = Text(replica, "KmsKeyId") })]
                : null,
        }).ConfigureAwait(false);
        return Attributes(made.ARN!, ("Id", made.ARN!));
    }

    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-secretsmanager-secret-generatesecretstring.html
    private async Task<string> GenerateAsync(JsonObject generate)
    {
        var password = (await InvokeAsync(new GetRandomPassword.Request
        {
            PasswordLength = Number(generate, "PasswordLength"),
            ExcludeCharacters = Text(generate, "ExcludeCharacters"),
            ExcludeLowercase = Flag(generate, "ExcludeLowercase"),
            ExcludeUppercase = Flag(generate, "ExcludeUppercase"),
            ExcludeNumbers = Flag(generate, "ExcludeNumbers"),
            ExcludePunctuation = Flag(generate, "ExcludePunctuation"),
            IncludeSpace = Flag(generate, "IncludeSpace"),
            RequireEachIncludedType = Flag(generate, "RequireEachIncludedType"),
        }).ConfigureAwait(false)).RandomPassword;
        if (Text(generate, "SecretStringTemplate") is not { } template || Text(generate, "GenerateStringKey") is not { } key)
        {
            return password;
        }

        var document = JsonNode.Parse(template) as JsonObject ?? throw new TemplateException("SecretStringTemplate is not a JSON object.");
        document[key] = password;
        return document.ToJsonString();
    }

    private async Task<IReadOnlyDictionary<string, string>> PolicyAsync(JsonObject properties)
    {
        var answer = await InvokeAsync(new Operations.SecretsManager.PutResourcePolicy.Request
        {
            SecretId = Text(properties, "SecretId"),
            ResourcePolicy = Document(properties, "ResourcePolicy"),
            BlockPublicPolicy = Flag(properties, "BlockPublicPolicy"),
        }).ConfigureAwait(false);
        return Attributes(answer.ARN!);
    }

    private async Task<IReadOnlyDictionary<string, string>> RotationAsync(JsonObject properties)
    {
        var rules = properties["RotationRules"] as JsonObject;
        var answer = await InvokeAsync(new RotateSecret.Request
        {
            SecretId = Text(properties, "SecretId"),
            RotationLambdaARN = Text(properties, "RotationLambdaARN"),
            RotateImmediately = Flag(properties, "RotateImmediatelyOnUpdate"),
            RotationRules = rules is null ? null : new()
            {
                AutomaticallyAfterDays = Number(rules, "AutomaticallyAfterDays"),
                Duration = Text(rules, "Duration"),
                ScheduleExpression = Text(rules, "ScheduleExpression"),
            },
        }).ConfigureAwait(false);
        return Attributes(answer.ARN);
    }

    // The database itself is not the store's: the secret learns what the template tells of it, not where it listens.
    private async Task<IReadOnlyDictionary<string, string>> AttachmentAsync(JsonObject properties)
    {
        var id = Text(properties, "SecretId");
        var value = await InvokeAsync(new GetSecretValue.Request { SecretId = id }).ConfigureAwait(false);
        var document = JsonNode.Parse(value.SecretString ?? "{}") as JsonObject ?? throw new TemplateException("The attached secret is not a JSON object.");
        var isCluster = Text(properties, "TargetType")?.EndsWith("Cluster", StringComparison.Ordinal) is true;
        var target = Text(properties, "TargetId");
        foreach (var (name, member) in target is not null && Databases.TryGetValue(target, out var connection) ? connection : [])
        {
            document[name] = member?.DeepClone();
        }

        document[isCluster ? "dbClusterIdentifier" : "dbInstanceIdentifier"] = target;
        await InvokeAsync(new PutSecretValue.Request { SecretId = id, SecretString = document.ToJsonString() }).ConfigureAwait(false);
        return Attributes(value.ARN);
    }

    private async Task<IReadOnlyDictionary<string, string>> KeyAsync(JsonObject properties)
    {
        var made = (await InvokeAsync(new CreateKey.Request
        {
            Description = Text(properties, "Description"),
            Policy = Document(properties, "KeyPolicy"),
            KeySpec = Text(properties, "KeySpec"),
            KeyUsage = Text(properties, "KeyUsage"),
            MultiRegion = Flag(properties, "MultiRegion"),
            Tags = Tags(properties)?.Select(tag => new KmsTag { TagKey = tag?.Key, TagValue = tag?.Value }).ToList(),
        }).ConfigureAwait(false)).KeyMetadata;
        if (Flag(properties, "EnableKeyRotation") is true)
        {
            await InvokeAsync(new EnableKeyRotation.Request { KeyId = made.KeyId, RotationPeriodInDays = Number(properties, "RotationPeriodInDays") }).ConfigureAwait(false);
        }

        if (Flag(properties, "Enabled") is false)
        {
            await InvokeAsync(new DisableKey.Request { KeyId = made.KeyId }).ConfigureAwait(false);
        }

        return Attributes(made.KeyId, ("Arn", made.Arn), ("KeyId", made.KeyId));
    }

    private async Task<IReadOnlyDictionary<string, string>> AliasAsync(JsonObject properties)
    {
        var name = Text(properties, "AliasName") ?? throw new TemplateException("An alias needs an AliasName.");
        await InvokeAsync(new CreateAlias.Request { AliasName = name, TargetKeyId = Text(properties, "TargetKeyId") }).ConfigureAwait(false);
        return Attributes(name);
    }

    private async Task<IReadOnlyDictionary<string, string>> ParameterAsync(string logicalId, JsonObject properties)
    {
        // A name of CloudFormation's own, which may not begin with ssm as the logical id may.
        var name = Text(properties, "Name") ?? "CFN-" + NameFor(logicalId);
        await InvokeAsync(new PutParameter.Request
        {
            Name = name,
            Type = Text(properties, "Type"),
            Value = Text(properties, "Value"),
            Description = Text(properties, "Description"),
            AllowedPattern = Text(properties, "AllowedPattern"),
            Tier = Text(properties, "Tier"),
            Policies = Text(properties, "Policies"),
            DataType = Text(properties, "DataType"),
            Tags = properties["Tags"] is JsonObject tags ? [.. tags.Select(tag => new WireTag { Key = tag.Key, Value = TemplateEvaluator.AsText(tag.Value) })] : null,
        }).ConfigureAwait(false);
        return Attributes(name, ("Type", Text(properties, "Type") ?? ""), ("Value", Text(properties, "Value") ?? ""));
    }

    private Task<TResponse> InvokeAsync<TResponse>(IRequest<TResponse> request)
        where TResponse : class => store.InvokeAsync(request);

    private static string NameFor(string logicalId) => $"{logicalId}-{Guid.NewGuid().ToString("N")[..SuffixLength]}";

    private static Dictionary<string, string> Attributes(string reference, params ReadOnlySpan<(string Name, string Value)> others)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal) { ["Ref"] = reference };
        foreach (var (name, value) in others)
        {
            attributes[name] = value;
        }

        return attributes;
    }

    private static string? Text(JsonObject properties, string name) => properties[name] is { } value ? TemplateEvaluator.AsText(value) : null;

    private static bool? Flag(JsonObject properties, string name) => Text(properties, name) is { } text ? text.Equals("true", StringComparison.OrdinalIgnoreCase) : null;

    private static int? Number(JsonObject properties, string name) => Text(properties, name) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new TemplateException($"{name} is not a number.");

    private static string? Document(JsonObject properties, string name) => properties[name] switch
    {
        JsonObject document => document.ToJsonString(),
        null => null,
        var text => TemplateEvaluator.AsText(text),
    };

    private static List<WireTag?>? Tags(JsonObject properties) => properties["Tags"] is JsonArray tags
        ? [.. tags.OfType<JsonObject>().Select(tag => new WireTag { Key = Text(tag, "Key"), Value = Text(tag, "Value") })]
        : null;
}
