using System.Text.RegularExpressions;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Ssm;

/// <summary>Creates a parameter, or gives one a new version.</summary>
/// <seealso href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html"/>
internal sealed class PutParameter() : Operation<PutParameter.Request, PutParameter.Response>(AwsService.Ssm, writes: true)
{
    private const int VersionLimit = 100;
    private const int StandardLimit = 4096;
    private const int AdvancedLimit = 8192;
    private static readonly TimeSpan PatternTime = TimeSpan.FromMilliseconds(250);

    public override Response Handle(Request request, Call call)
    {
        var name = request.Name!;
        ParameterNames.RequireNew(name);
        var present = ParameterNames.Authorized(call, name);
        if (present is not null && request.Overwrite is not true)
        {
            throw new ParameterAlreadyExistsException();
        }

        var type = TypeOf(request, present);
        CheckPattern(request, type);
        var dataType = request.DataType ?? present?.Latest.DataType ?? "text";
        if (dataType is not ("text" or "aws:ec2:image" or "aws:ssm:integration"))
        {
            throw new ValidationException($"The following data type is not supported: {dataType} (Data type names are all lowercase.)");
        }

        var tier = TierOf(request, present);
        var (_, expires) = request.Policies is { Length: > 2 } policies ? ParameterPolicies.Read(policies) : ([], null);
        var arn = ParameterNames.ArnOf(call, name);
        var secret = type == ParameterValues.Secure ? ParameterValues.Seal(call, arn, request.KeyId ?? present?.Latest.KeyId, request.Value!, tier) : default;
        var version = new ParameterVersion
        {
            Version = (present?.Latest.Version ?? 0) + 1,
            Type = type,
            Text = type == ParameterValues.Secure ? null : request.Value,
            Sealed = secret.Sealed,
            KeyId = secret.KeyId,
            Modified = call.Now,
            ModifiedBy = call.Caller.Arn,
            Description = request.Description ?? present?.Latest.Description,
            AllowedPattern = request.AllowedPattern,
            Tier = tier,
            Policies = request.Policies is { Length: > 2 } text ? text : null,
            DataType = dataType,
        };
        call.Changes.Put(present is null
            ? new Parameter
            {
                Account = call.Account,
                Region = call.Region,
                Name = Parameter.KeyOf(name),
                FullName = name,
                Versions = [version],
                Tags = SsmTag.Merge([], request.Tags),
                Expires = expires,
            }
            : present with { Versions = Room(present).Add(version), Expires = expires });
        call.Touch(ParameterValues.ResourceType, arn);
        return new() { Version = version.Version, Tier = tier };
    }

    protected override void Check(Request request, Constraints check)
    {
        check.Required(request.Name, "name").Length(request.Name, "name", 1, 2048)
            .Required(request.Value, "value").Length(request.Value, "value", 1, int.MaxValue, sensitive: request.Type == ParameterValues.Secure)
            .Length(request.Description, "description", 0, 1024)
            .OneOf(request.Type, "type", "SecureString", "StringList", "String")
            .Length(request.KeyId, "keyId", 1, 256).Length(request.AllowedPattern, "allowedPattern", 0, 1024)
            .OneOf(request.Tier, "tier", "Standard", "Advanced", "Intelligent-Tiering").Length(request.Policies, "policies", 1, 4096)
            .Tags(request.Tags)
            .ThrowIfBroken();
        if (request is { Overwrite: true, Tags.Count: > 0 })
        {
            throw new ValidationException(
                "Invalid request: tags and overwrite can't be used together. To create a parameter with tags, please remove overwrite flag. To update tags for an existing parameter, please use AddTagsToResource or RemoveTagsFromResource.");
        }
    }

    protected override Request WithoutValues(Request request) => request with { Value = "HIDDEN_DUE_TO_SECURITY_REASONS" };

    private static string TypeOf(Request request, Parameter? present)
    {
        if (present is not null && request.Type is { } wanted && wanted != present.Latest.Type)
        {
            throw new HierarchyTypeMismatchException();
        }

        var type = request.Type ?? present?.Latest.Type ?? throw new ValidationException("A parameter type is required when you create a parameter.");
        return request.KeyId is null || type == ParameterValues.Secure ? type
            : throw new ValidationException("KeyId is required for SecureString type parameter only.");
    }

    private static void CheckPattern(Request request, string type)
    {
        if (request.AllowedPattern is not { Length: > 0 } pattern)
        {
            return;
        }

        try
        {
            var values = type == "StringList" ? request.Value!.Split(',') : [request.Value!];
            if (!Array.TrueForAll(values, value => Regex.IsMatch(value, $"^(?:{pattern})$", RegexOptions.CultureInvariant, PatternTime)))
            {
                throw new ParameterPatternMismatchException(pattern);
            }
        }
        catch (RegexMatchTimeoutException)
        {
            throw new InvalidAllowedPatternException(pattern);
        }
        catch (RegexParseException)
        {
            throw new InvalidAllowedPatternException(pattern);
        }
    }

    private static string TierOf(Request request, Parameter? present)
    {
        var needsAdvanced = request.Value!.Length > StandardLimit || request.Policies is { Length: > 2 };
        if (request.Value.Length > AdvancedLimit)
        {
            throw new ValidationException(
                "Advanced tier parameters support a maximum parameter value of 8192 characters. For more information, see https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html");
        }

        // An advanced parameter never goes back to standard.
        var wanted = present?.Latest.Tier == ParameterValues.Advanced ? request.Tier == "Standard"
                ? throw new ValidationException("This parameter uses the advanced-parameter tier. You can't downgrade a parameter from the advanced-parameter tier to the standard-parameter tier.")
                : ParameterValues.Advanced
            : request.Tier == "Intelligent-Tiering" ? needsAdvanced ? ParameterValues.Advanced : "Standard"
            : request.Tier ?? "Standard";
        return wanted == ParameterValues.Advanced || !needsAdvanced ? wanted
            : request.Value.Length > StandardLimit
                ? throw new ValidationException(
                    "Standard tier parameters support a maximum parameter value of 4096 characters. To create a larger parameter value, upgrade the parameter to use the advanced-parameter tier. For more information, see https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html")
                : throw new ValidationException(
                    "Parameter policies are only supported for parameters in the advanced tier. For more information, see https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html");
    }

    // The hundred-and-first version pushes the oldest out, unless a label holds it.
    private static System.Collections.Immutable.ImmutableArray<ParameterVersion> Room(Parameter parameter) =>
        parameter.Versions.Length < VersionLimit ? parameter.Versions
        : parameter.Versions[0].Labels.IsEmpty ? parameter.Versions.RemoveAt(0)
        : throw new ParameterMaxVersionLimitExceededException(parameter.FullName, parameter.Versions[0].Version);

    internal sealed record Request : IRequest<Response>
    {
        public string? Name { get; init; }

        public string? Description { get; init; }

        public string? Value { get; init; }

        public string? Type { get; init; }

        public string? KeyId { get; init; }

        public bool? Overwrite { get; init; }

        public string? AllowedPattern { get; init; }

        public IReadOnlyList<WireTag?>? Tags { get; init; }

        public string? Tier { get; init; }

        public string? Policies { get; init; }

        public string? DataType { get; init; }
    }

    internal sealed record Response
    {
        public required long Version { get; init; }

        public required string Tier { get; init; }
    }
}
