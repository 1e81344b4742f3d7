using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.S3;

/// <summary>Deletes a bucket.</summary>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucket.html"/>
internal sealed class DeleteBucket() : Operation<DeleteBucket.Request, Nothing>(AwsService.S3, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        call.Changes.Delete(call.RequireBucket(request.Bucket!, Permission).Id);
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.Required(request.Bucket, "bucket").ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? Bucket { get; init; }
    }
}
