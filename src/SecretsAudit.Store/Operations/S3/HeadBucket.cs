using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.S3;

/// <summary>Whether a bucket is there and the caller may see it.</summary>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html"/>
internal sealed class HeadBucket() : Operation<HeadBucket.Request, Nothing>(AwsService.S3, writes: false)
{
    public override Nothing Handle(Request request, Call call)
    {
        call.RequireBucket(request.Bucket!, "s3:ListBucket");
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.Required(request.Bucket, "bucket").ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? Bucket { get; init; }
    }
}
