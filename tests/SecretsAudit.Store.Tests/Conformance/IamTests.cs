using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using SecretsAudit.Store.Operations.Iam;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Tests.Conformance;

/// <summary>Groups, policy versions and instance profiles, as scripts and Terraform use them.</summary>
/// <remarks>https://docs.aws.amazon.com/IAM/latest/APIReference/API_Operations.html</remarks>
public sealed class IamTests : IAsyncLifetime
{
    private const string ReadAll = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"secretsmanager:GetSecretValue","Resource":"*"}]}""";
    private const string Trust = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";

    private TestStore _store = null!;

    public async Task InitializeAsync()
    {
        _store = await TestStore.OpenAsync();
        await _store.Do(new SecretsAudit.Store.Operations.SecretsManager.CreateSecret.Request { Name = "payments", SecretString = "planted" });
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html
    [Fact]
    public async Task A_groups_policies_count_for_its_users_until_they_leave_it()
    {
        await _store.Do(new CreateUser.Request { UserName = "deploy" });
        await _store.Do(new CreateGroup.Request { GroupName = "readers" });
        await _store.Do(new PutGroupPolicy.Request { GroupName = "readers", PolicyName = "read", PolicyDocument = ReadAll });
        var key = (await _store.Do(new CreateAccessKey.Request { UserName = "deploy" })).AccessKey;
        using var client = new AmazonSecretsManagerClient(new BasicAWSCredentials(key.AccessKeyId, key.SecretAccessKey), _store.InProcess(new AmazonSecretsManagerConfig()));
        Task<GetSecretValueResponse> Read() => client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "payments" });

        await Assert.ThrowsAsync<AmazonSecretsManagerException>(Read);
        await _store.Do(new AddUserToGroup.Request { GroupName = "readers", UserName = "deploy" });
        Assert.Equal("planted", (await Read()).SecretString);
        Assert.Equal("deploy", Assert.Single((await _store.Do(new GetGroup.Request { GroupName = "readers" })).Users).UserName);

        await _store.Do(new RemoveUserFromGroup.Request { GroupName = "readers", UserName = "deploy" });
        await Assert.ThrowsAsync<AmazonSecretsManagerException>(Read);
    }

    // https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteGroup.html
    [Fact]
    public async Task A_group_with_users_or_policies_stays()
    {
        await _store.Do(new CreateUser.Request { UserName = "deploy" });
        await _store.Do(new CreateGroup.Request { GroupName = "readers" });
        await _store.Do(new AddUserToGroup.Request { GroupName = "readers", UserName = "deploy" });
        await Assert.ThrowsAsync<DeleteConflictException>(() => _store.Do(new DeleteUser.Request { UserName = "deploy" }));
        await Assert.ThrowsAsync<DeleteConflictException>(() => _store.Do(new DeleteGroup.Request { GroupName = "readers" }));

        await _store.Do(new RemoveUserFromGroup.Request { GroupName = "readers", UserName = "deploy" });
        await _store.Do(new AttachGroupPolicy.Request { GroupName = "readers", PolicyArn = "arn:aws:iam::aws:policy/SecretsManagerReadWrite" });
        await Assert.ThrowsAsync<DeleteConflictException>(() => _store.Do(new DeleteGroup.Request { GroupName = "readers" }));

        await _store.Do(new DetachGroupPolicy.Request { GroupName = "readers", PolicyArn = "arn:aws:iam::aws:policy/SecretsManagerReadWrite" });
        await _store.Do(new DeleteGroup.Request { GroupName = "readers" });
        Assert.Empty((await _store.Do(new ListGroups.Request())).Groups);
    }

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html
    [Fact]
    public async Task A_managed_policy_has_versions_of_which_the_default_one_stays()
    {
        var arn = (await _store.Do(new CreatePolicy.Request { PolicyName = "read", PolicyDocument = ReadAll })).Policy.Arn;
        await _store.Do(new CreatePolicyVersion.Request { PolicyArn = arn, PolicyDocument = ReadAll, SetAsDefault = true });
        Assert.Equal(["v2", "v1"], (await _store.Do(new ListPolicyVersions.Request { PolicyArn = arn })).Versions.Select(version => version.VersionId));

        await Assert.ThrowsAsync<DeleteConflictException>(() => _store.Do(new DeletePolicyVersion.Request { PolicyArn = arn, VersionId = "v2" }));
        await Assert.ThrowsAsync<DeleteConflictException>(() => _store.Do(new DeletePolicy.Request { PolicyArn = arn }));
        await _store.Do(new SetDefaultPolicyVersion.Request { PolicyArn = arn, VersionId = "v1" });
        await _store.Do(new DeletePolicyVersion.Request { PolicyArn = arn, VersionId = "v2" });
        await _store.Do(new DeletePolicy.Request { PolicyArn = arn });
    }

    // https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListEntitiesForPolicy.html
    [Fact]
    public async Task Whom_a_policy_counts_for_is_listed_by_kind()
    {
        var arn = (await _store.Do(new CreatePolicy.Request { PolicyName = "read", PolicyDocument = ReadAll })).Policy.Arn;
        await _store.Do(new CreateRole.Request { RoleName = "app", AssumeRolePolicyDocument = Trust, PermissionsBoundary = arn });
        await _store.Do(new CreateGroup.Request { GroupName = "readers" });
        await _store.Do(new AttachGroupPolicy.Request { GroupName = "readers", PolicyArn = arn });

        var all = await _store.Do(new ListEntitiesForPolicy.Request { PolicyArn = arn });
        Assert.Equal("app", Assert.Single(all.PolicyRoles).RoleName);
        Assert.Equal("readers", Assert.Single(all.PolicyGroups).GroupName);
        Assert.Empty((await _store.Do(new ListEntitiesForPolicy.Request { PolicyArn = arn, PolicyUsageFilter = "PermissionsPolicy" })).PolicyRoles);
        var policy = (await _store.Do(new GetPolicy.Request { PolicyArn = arn })).Policy;
        Assert.Equal((1, 1), (policy.AttachmentCount, policy.PermissionsBoundaryUsageCount));
    }

    // https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddRoleToInstanceProfile.html
    [Fact]
    public async Task An_instance_profile_holds_one_role_and_keeps_it_from_being_deleted()
    {
        await _store.Do(new CreateRole.Request { RoleName = "app", AssumeRolePolicyDocument = Trust });
        await _store.Do(new CreateInstanceProfile.Request { InstanceProfileName = "web" });
        await _store.Do(new AddRoleToInstanceProfile.Request { InstanceProfileName = "web", RoleName = "app" });
        await Assert.ThrowsAsync<IamLimitExceededException>(() => _store.Do(new AddRoleToInstanceProfile.Request { InstanceProfileName = "web", RoleName = "app" }));
        await Assert.ThrowsAsync<DeleteConflictException>(() => _store.Do(new DeleteRole.Request { RoleName = "app" }));
        Assert.Equal("web", Assert.Single((await _store.Do(new ListInstanceProfilesForRole.Request { RoleName = "app" })).InstanceProfiles).InstanceProfileName);

        await _store.Do(new RemoveRoleFromInstanceProfile.Request { InstanceProfileName = "web", RoleName = "app" });
        await _store.Do(new DeleteInstanceProfile.Request { InstanceProfileName = "web" });
        await _store.Do(new DeleteRole.Request { RoleName = "app" });
    }

    // https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoles.html: neither tags nor boundary; GetRole has both and the last use.
    [Fact]
    public async Task A_list_of_roles_leaves_out_what_GetRole_tells()
    {
        await _store.Do(new CreateRole.Request { RoleName = "app", AssumeRolePolicyDocument = Trust, Tags = [new() { Key = "team", Value = "payments" }] });
        Assert.Null(Assert.Single((await _store.Do(new ListRoles.Request())).Roles, role => role.RoleName == "app").Tags);

        var role = (await _store.Do(new GetRole.Request { RoleName = "app" })).Role;
        Assert.Equal("payments", Assert.Single(role.Tags!).Value);
        Assert.Null(role.RoleLastUsed!.LastUsedDate);
    }

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_policies.html
    [Theory]
    [InlineData("This is no policy", "Syntax errors in policy.")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}""", "Policy document must be version 2012-10-17 or greater.")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Resource":"*"}]}""", "Policy statement must contain actions.")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*"}]}""", "Policy statement must contain resources.")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ListBucket","Resource":"*"}]}""", "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"bucket"}]}""", "Resource bucket must be in ARN format or \"*\".")]
    public async Task A_document_that_is_no_policy_is_refused_in_IAMs_words(string document, string message)
    {
        var refusal = await Assert.ThrowsAsync<IamMalformedPolicyException>(() => _store.Do(new CreatePolicy.Request { PolicyName = "bad", PolicyDocument = document }));
        Assert.Equal(message, refusal.Message);
    }

    // https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccessKeyLastUsed.html
    [Fact]
    public async Task An_access_keys_last_use_is_the_last_call_that_it_signed()
    {
        await _store.Do(new CreateUser.Request { UserName = "deploy" });
        var key = (await _store.Do(new CreateAccessKey.Request { UserName = "deploy" })).AccessKey;
        Assert.Equal("N/A", (await _store.Do(new GetAccessKeyLastUsed.Request { AccessKeyId = key.AccessKeyId })).AccessKeyLastUsed.ServiceName);

        using var client = new AmazonSecretsManagerClient(new BasicAWSCredentials(key.AccessKeyId, key.SecretAccessKey), _store.InProcess(new AmazonSecretsManagerConfig()));
        await Assert.ThrowsAsync<AmazonSecretsManagerException>(() => client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "payments" }));
        var used = (await _store.Do(new GetAccessKeyLastUsed.Request { AccessKeyId = key.AccessKeyId })).AccessKeyLastUsed;
        Assert.Equal(("secretsmanager", TestStore.Start), (used.ServiceName, used.LastUsedDate));
    }
}
