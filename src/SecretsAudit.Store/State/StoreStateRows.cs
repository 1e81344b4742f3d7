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
                var slash = id.Key.IndexOf('/', 13);
                return id.Kind switch
                {
                    RowKind.Secret => state.Place(id.Key.AsSpan(0, slash))?.Secret(id.Key.AsSpan(slash + 1)),
                    RowKind.KmsKey => state.Place(id.Key.AsSpan(0, slash))?.Key(id.Key.AsSpan(slash + 1)),
                    RowKind.KmsAlias => state.Place(id.Key.AsSpan(0, slash))?.Alias(id.Key.AsSpan(slash + 1)),
                    _ => state.Shelf(id.Kind, id.Key[..12], id.Key[13..slash]).Find(id.Key[(slash + 1)..]),
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
