using System.Globalization;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Ssm;

/// <summary>A parameter's versions, oldest first, in pages.</summary>
/// <seealso href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameterHistory.html"/>
internal sealed class GetParameterHistory() : Operation<GetParameterHistory.Request, GetParameterHistory.Response>(AwsService.Ssm, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var parameter = ParameterNames.RequireFor(call, request.Name!);
        var list = "history " + parameter.Name;
        var after = request.NextToken is not { } token ? 0
            : PageToken.Parse(token, list, "") is { } last && long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw new SsmInvalidNextTokenException();
        var limit = request.MaxResults ?? 50;
        var items = parameter.Versions.Where(version => version.Version > after).Take(limit + 1).ToList();
        return new()
        {
            Parameters = [.. items.Take(limit).Select(version => ParameterHistory.Of(call, parameter, version, request.WithDecryption is true))],
            NextToken = items.Count > limit ? PageToken.Create(list, "", items[limit - 1].Version.ToString(CultureInfo.InvariantCulture)) : null,
        };
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.Name, "name").Length(request.Name, "name", 1, 2048).Range(request.MaxResults, "maxResults", 1, 50)
        .ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? Name { get; init; }

        public bool? WithDecryption { get; init; }

        public int? MaxResults { get; init; }

        public string? NextToken { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<ParameterHistory> Parameters { get; init; }

        public string? NextToken { get; init; }
    }

    internal sealed record ParameterHistory
    {
        public required string Name { get; init; }

        public required string Type { get; init; }

        public string? KeyId { get; init; }

        public required DateTimeOffset LastModifiedDate { get; init; }

        public required string LastModifiedUser { get; init; }

        public string? Description { get; init; }

        public required string Value { get; init; }

        public string? AllowedPattern { get; init; }

        public required long Version { get; init; }

        public required IReadOnlyList<string> Labels { get; init; }

        public required string Tier { get; init; }

        public required IReadOnlyList<InlinePolicy> Policies { get; init; }

        public required string DataType { get; init; }

        public static ParameterHistory Of(Call call, Parameter parameter, ParameterVersion version, bool decrypt) => new()
        {
            Name = parameter.FullName,
            Type = version.Type,
            KeyId = version.KeyId,
            LastModifiedDate = version.Modified,
            LastModifiedUser = version.ModifiedBy,
            Description = version.Description,
            Value = ParameterValues.Show(call, parameter, version, decrypt),
            AllowedPattern = version.AllowedPattern,
            Version = version.Version,
            Labels = version.Labels,
            Tier = version.Tier,
            Policies = InlinePolicy.Of(version),
            DataType = version.DataType,
        };
    }
}
