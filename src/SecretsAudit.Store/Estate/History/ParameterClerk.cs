using SecretsAudit.Store.Estate.Plans;
using SecretsAudit.Store.Operations.Ssm;

namespace SecretsAudit.Store.Estate.History;

/// <summary>Puts the company's parameters into Parameter Store.</summary>
internal static class ParameterClerk
{
    public static async Task FileAsync(ReferenceStore store, Staff staff, IEnumerable<ParameterPlan> parameters, CancellationToken cancellationToken)
    {
        foreach (var parameter in parameters)
        {
            await store.InvokeAsync(staff[parameter.Place.Environment, Staff.Pipeline], parameter.Place.Region, new PutParameter.Request
            {
                Name = parameter.Name,
                Type = parameter.Type,
                KeyId = parameter.Key,
                Tier = parameter.IsAdvanced ? "Advanced" : null,
                Value = Dice.For("parameter", parameter.Name, parameter.Place.Region).Text(24),
                Tags = parameter.HasOwner ? [new() { Key = "owner", Value = $"{parameter.Name.Split('/')[2]}-team@example.com" }] : null,
            }, cancellationToken);
            if (parameter.SharedWith is { } account)
                await ShareAsync(store, staff, parameter, account, cancellationToken);
        }
    }

    private static Task<PutResourcePolicy.Response> ShareAsync(ReferenceStore store, Staff staff, ParameterPlan parameter, string account, CancellationToken cancellationToken) =>
        store.InvokeAsync(staff[parameter.Place.Environment, Staff.Pipeline], parameter.Place.Region, new PutResourcePolicy.Request
        {
            ResourceArn = parameter.Arn,
            Policy = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{{account}}"},"Action":["ssm:GetParameter","ssm:GetParameters"],"Resource":"{{parameter.Arn}}"}]}""",
        }, cancellationToken);

    /// <summary>Gives those that were replaced this morning their new value.</summary>
    public static async Task ReplaceAsync(ReferenceStore store, Staff staff, IEnumerable<ParameterPlan> parameters, CancellationToken cancellationToken)
    {
        foreach (var parameter in parameters.Where(parameter => parameter.IsReplacedToday))
        {
            await store.InvokeAsync(staff[parameter.Place.Environment, Staff.Pipeline], parameter.Place.Region, new PutParameter.Request
            {
                Name = parameter.Name,
                Value = Dice.For("replaced parameter", parameter.Name, parameter.Place.Region).Text(24),
                Overwrite = true,
            }, cancellationToken);
        }
    }
}
