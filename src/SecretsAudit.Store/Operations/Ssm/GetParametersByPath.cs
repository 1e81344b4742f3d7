using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Ssm;

/// <summary>The parameters under a path with their values, in pages.</summary>
/// <seealso href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParametersByPath.html"/>
internal sealed class GetParametersByPath() : Operation<GetParametersByPath.Request, GetParametersByPath.Response>(AwsService.Ssm, writes: false)
{
    private static readonly string[] FilterKeys = ["Type", "KeyId", "Label"];

    public override Response Handle(Request request, Call call)
    {
        var path = request.Path!;
        ParameterPaths.Require(path);
        var filters = request.ParameterFilters ?? [];
        ParameterFilter.Require(filters, FilterKeys, tags: false);
        call.Authorize(ParameterNames.ArnOf(call, path), call.Account, null, [new("ssm:Recursive", request.Recursive is true ? "true" : "false")]);
        var (items, next) = ParameterPage.Take(
            call,
            parameter => ParameterFilter.IsUnder(parameter, path, request.Recursive is true) && filters.All(filter => filter!.Matches(parameter)),
            $"path {path} {request.Recursive} {ParameterPage.Fingerprint(filters)}",
            request.NextToken,
            request.MaxResults ?? 10);
        var label = filters.FirstOrDefault(filter => filter!.Key == "Label");
        return new()
        {
            Parameters =
            [
                .. items.Select(parameter => WireParameter.Of(
                    call,
                    parameter,
                    label is null ? parameter.Latest : parameter.Versions.Last(version => version.Labels.Any(present => label.Values!.Contains(present))),
                    parameter.FullName,
                    null,
                    request.WithDecryption is true)),
            ],
            NextToken = next,
        };
    }

    protected override void Check(Request request, Constraints check) =>
        ParameterFilter.Check(check.Required(request.Path, "path").Length(request.Path, "path", 1, 2048).Range(request.MaxResults, "maxResults", 1, 10), request.ParameterFilters)
            .ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? Path { get; init; }

        public bool? Recursive { get; init; }

        public IReadOnlyList<ParameterFilter?>? ParameterFilters { get; init; }

        public bool? WithDecryption { get; init; }

        public int? MaxResults { get; init; }

        public string? NextToken { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<WireParameter> Parameters { get; init; }

        public string? NextToken { get; init; }
    }
}
