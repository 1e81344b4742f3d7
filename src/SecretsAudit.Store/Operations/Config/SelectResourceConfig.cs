using System.Globalization;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>Queries the configuration of what Config knows, in pages.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_SelectResourceConfig.html"/>
internal sealed class SelectResourceConfig() : Operation<SelectResourceConfig.Request, SelectResourceConfig.Response>(AwsService.Config, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var query = ResourceQuery.Parse(request.Expression!);
        var skip = request.NextToken is not { } token ? 0
            : PageToken.Parse(token, "select", request.Expression!) is { } last && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw new ConfigInvalidNextTokenException();
        var limit = request.Limit is > 0 ? request.Limit.Value : 25;
        var resources = ConfigurationItems.Of(call.Services.State, call.Account, call.Region).Select(resource => resource.ToJson());
        var page = query.Run(resources).Skip(skip).Take(limit + 1).ToList();
        return new()
        {
            Results = [.. page.Take(limit)],
            QueryInfo = new() { SelectFields = [.. query.Columns.Select(column => new Field { Name = column.Name })] },
            NextToken = page.Count > limit ? PageToken.Create("select", request.Expression!, (skip + limit).ToString(CultureInfo.InvariantCulture)) : null,
        };
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.Expression, "expression").Length(request.Expression, "expression", 1, 4096).Range(request.Limit, "limit", 0, 100)
        .ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? Expression { get; init; }

        public int? Limit { get; init; }

        public string? NextToken { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<string> Results { get; init; }

        public required Query QueryInfo { get; init; }

        public string? NextToken { get; init; }
    }

    internal sealed record Query
    {
        public required IReadOnlyList<Field> SelectFields { get; init; }
    }

    internal sealed record Field
    {
        public required string Name { get; init; }
    }
}
