namespace SecretsAudit.Store.State;

internal static class StoreStateRows
{
    extension(StoreState state)
    {
        /// <summary>The published row under an id; the writer's path, not the readers'.</summary>
        public Row? Find(RowId id)
        {
            if (id.Kind is RowKind.Secret or RowKind.KmsKey or RowKind.KmsAlias or >= RowKind.KmsGrant)
            {
                // The key is account/region/rest; the account has 12 digits and a region has no slash.
                var account = id.Key[..12];
                var slash = id.Key.IndexOf('/', 13);
                var region = id.Key[13..slash];
                var rest = id.Key[(slash + 1)..];
                return id.Kind switch
                {
                    RowKind.Secret => state.Secret(account, region, rest),
                    RowKind.KmsKey => state.Key(account, region, rest),
                    RowKind.KmsAlias => state.Alias(account, region, rest),
                    _ => state.Shelf(id.Kind, account, region).Find(rest),
                };
            }

            return id.Kind switch
            {
                RowKind.Principal => state.Principal(id.Key) is { } principal ? new Accounts.PrincipalRow(principal) : null,
                RowKind.AccessKey => state.AccessKey(id.Key),
                RowKind.Account => state.Account(id.Key),
                RowKind.Clock => state.Clock,
                _ => null,
            };
        }
    }
}
