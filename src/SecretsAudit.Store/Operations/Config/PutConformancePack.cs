using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>Puts a conformance pack: the rules of its template are set up at once, and judge from then on.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_PutConformancePack.html"/>
internal sealed class PutConformancePack() : Operation<PutConformancePack.Request, PutConformancePack.Response>(AwsService.Config, writes: true)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        if (string.IsNullOrEmpty(request.TemplateBody))
        {
            throw new ConformancePackTemplateValidationException(request.TemplateS3Uri is null
                ? "Exactly one of TemplateBody, TemplateS3Uri or TemplateSSMDocumentDetails must be provided."
                : $"The template {request.TemplateS3Uri} cannot be read: this store keeps no objects. Pass it as TemplateBody.");
        }

        var pack = ConformancePacks.Deploy(call, request.ConformancePackName!, request.TemplateBody, new()
        {
            DeliveryBucket = request.DeliveryS3Bucket,
            DeliveryPrefix = request.DeliveryS3KeyPrefix,
            Parameters = [.. (request.ConformancePackInputParameters ?? []).OfType<PackParameter>()],
        });
        return new() { ConformancePackArn = pack.Arn };
    }

    protected override void Check(Request request, Constraints check) => check.PackName(request.ConformancePackName)
        .Length(request.TemplateS3Uri, "templateS3Uri", 1, 1024).Length(request.TemplateBody, "templateBody", 1, 51_200)
        .Each(request.ConformancePackInputParameters, "conformancePackInputParameters", 0, 60).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? ConformancePackName { get; init; }

        public string? TemplateS3Uri { get; init; }

        public string? TemplateBody { get; init; }

        public string? DeliveryS3Bucket { get; init; }

        public string? DeliveryS3KeyPrefix { get; init; }

        public IReadOnlyList<PackParameter?>? ConformancePackInputParameters { get; init; }
    }

    internal sealed record Response
    {
        public required string ConformancePackArn { get; init; }
    }
}
