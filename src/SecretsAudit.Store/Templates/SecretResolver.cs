using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Connections;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Operations.Ssm;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Templates;

/// <summary>Resolves references to secrets and parameters as CloudFormation and ECS do, with one caller's rights.</summary>
/// <seealso href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html"/>
/// <seealso href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html"/>
public sealed class SecretResolver(StoreConnection store)
{
    private const string Open = "{{resolve:";
    private const string Close = "}}";

    /// <summary>Resolves in a store that this process has open.</summary>
    public SecretResolver(ReferenceStore store, Caller caller, string region)
        : this(StoreConnection.To(store, caller, region))
    {
    }

    /// <summary>A text with each <c>{{resolve:secretsmanager:…}}</c>, <c>{{resolve:ssm:…}}</c> and <c>{{resolve:ssm-secure:…}}</c> replaced by its value.</summary>
    /// <exception cref="TemplateException">A reference leads nowhere, or the caller may not read it.</exception>
    public async Task<string> ResolveTextAsync(string text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        var result = new StringBuilder();
        var at = 0;
        while (text.IndexOf(Open, at, StringComparison.Ordinal) is var open and >= 0 && text.IndexOf(Close, open, StringComparison.Ordinal) is var close and >= 0)
        {
            result.Append(text, at, open - at).Append(await DynamicAsync(text[(open + Open.Length)..close], cancellationToken).ConfigureAwait(false));
            at = close + Close.Length;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>What an ECS task definition's <c>valueFrom</c> injects: a parameter's name or ARN, or a secret's ARN with <c>:json-key:version-stage:version-id</c>.</summary>
    /// <exception cref="TemplateException">The reference leads nowhere, or the caller may not read it.</exception>
    public Task<string> ValueFromAsync(string valueFrom, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(valueFrom);
        if (!valueFrom.Contains(":secretsmanager:", StringComparison.Ordinal))
        {
            return ParameterAsync(valueFrom, cancellationToken);
        }

        var parts = valueFrom.Split(':');
        return parts.Length is 7 or 10
            ? SecretAsync(string.Join(':', parts[..7]), Part(parts, 7), Part(parts, 8), Part(parts, 9), cancellationToken)
            : throw new TemplateException("A valueFrom with a secret has the form ARN or ARN:json-key:version-stage:version-id.");
    }

    /// <summary>
    /// The environment that a program gets for references of the form <c>NAME</c>, <c>NAME:KEY</c> or, as in ECS, <c>ARN:json-key:version-stage:version-id</c>;
    /// a JSON secret without a key gives each of its members.
    /// </summary>
    /// <exception cref="TemplateException">A reference leads nowhere, or the caller may not read it.</exception>
    public async Task<IReadOnlyDictionary<string, string>> EnvironmentAsync(IEnumerable<string> references, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(references);
        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var reference in references)
        {
            var (id, key, stage, version) = Reference(reference);
            var value = await SecretAsync(id, key, stage, version, cancellationToken).ConfigureAwait(false);
            if (key is not null || Parse(value) is not { } members)
            {
                environment[VariableFor(key ?? id)] = value;
                continue;
            }

            foreach (var (name, member) in members)
            {
                environment[VariableFor(name)] = MemberText(member);
            }
        }

        return environment;
    }

    // A secret's name has no colon, its ARN has six.
    private static (string Id, string? Key, string? Stage, string? Version) Reference(string reference)
    {
        if (reference.StartsWith("arn:", StringComparison.Ordinal))
        {
            var parts = reference.Split(':');
            return parts.Length is 7 or 8 or 10
                ? (string.Join(':', parts[..7]), Part(parts, 7), Part(parts, 8), Part(parts, 9))
                : throw new TemplateException("A secret's ARN stands alone, with :KEY, or with :json-key:version-stage:version-id.");
        }

        var colon = reference.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (reference, null, null, null) : (reference[..colon], reference[(colon + 1)..], null, null);
    }

    private Task<string> DynamicAsync(string reference, CancellationToken cancellationToken)
    {
        var (service, rest) = reference.Split(':', 2) is [var first, var second] ? (first, second) : (reference, "");
        if (service is "ssm" or "ssm-secure")
        {
            return ParameterAsync(rest, cancellationToken);
        }

        if (service != "secretsmanager")
        {
            throw new TemplateException($"There is no dynamic reference to '{service}'.");
        }

        // secret-id:SecretString:json-key:version-stage:version-id; an ARN has six colons of its own.
        var parts = rest.Split(':');
        var length = rest.StartsWith("arn:", StringComparison.Ordinal) ? 7 : 1;
        return parts.Length >= length && Part(parts, length) is null or "SecretString"
            ? SecretAsync(string.Join(':', parts[..length]), Part(parts, length + 1), Part(parts, length + 2), Part(parts, length + 3), cancellationToken)
            : throw new TemplateException("A dynamic reference to a secret has the form secret-id:SecretString:json-key:version-stage:version-id.");
    }

    private async Task<string> SecretAsync(string id, string? key, string? stage, string? version, CancellationToken cancellationToken)
    {
        try
        {
            var value = await store.InvokeAsync(
                new GetSecretValue.Request { SecretId = id, VersionStage = stage, VersionId = version }, cancellationToken).ConfigureAwait(false);
            var text = value.SecretString ?? throw new TemplateException($"The secret {id} has no text.");
            return key is null ? text
                : Parse(text)?[key] is { } member ? MemberText(member)
                : throw new TemplateException($"The secret {id} has no JSON key {key}.");
        }
        catch (AwsException refused)
        {
            throw new TemplateException($"The secret {id}: {refused.Code}: {refused.Message}", refused);
        }
    }

    private async Task<string> ParameterAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await store.InvokeAsync(new GetParameter.Request { Name = name, WithDecryption = true }, cancellationToken).ConfigureAwait(false)).Parameter.Value;
        }
        catch (AwsException refused)
        {
            throw new TemplateException($"The parameter {name}: {refused.Code}: {refused.Message}", refused);
        }
    }

    // A member that is an object or a list is its JSON.
    private static string MemberText(JsonNode? member) => member is JsonObject or JsonArray ? member.ToJsonString() : TemplateEvaluator.AsText(member);

    private static JsonObject? Parse(string text)
    {
        try
        {
            return text.TrimStart().StartsWith('{') ? JsonNode.Parse(text) as JsonObject : null;
        }
        catch (JsonException)
        {
            // A text that only looks like JSON is a text.
            return null;
        }
    }

    private static string? Part(string[] parts, int index) => parts.Length > index && parts[index].Length > 0 ? parts[index] : null;

    private static string VariableFor(string name) => new([.. name.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_')]);
}
