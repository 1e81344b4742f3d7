namespace Amazon.SimpleSystemsManagement.Model;

/// <summary>Lists the tags of a parameter.</summary>
/// <seealso href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ListTagsForResource.html"/>
public class ListTagsForResourceRequest : AmazonSimpleSystemsManagementRequest
{
    /// <summary>The name of the parameter.</summary>
    public string? ResourceId { get; set; }

    /// <summary>Always <c>Parameter</c> here.</summary>
    public ResourceTypeForTagging? ResourceType { get; set; }
}

/// <summary>What <see cref="ListTagsForResourceRequest"/> answers.</summary>
public class ListTagsForResourceResponse : Amazon.Runtime.AmazonWebServiceResponse
{
    /// <summary>The tags.</summary>
    public List<Tag>? TagList { get; set; }
}
