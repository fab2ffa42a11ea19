namespace DichVuCong.Contracts.Accounts;

/// <summary>What a group lets its members do. Ours: no public text names the rights behind the groups.</summary>
[Flags]
public enum AccountRights : ushort
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Receives dossiers of the procedures in one's scope and asks for supplements.</summary>
    ReceiveDossiers = 1,

    /// <summary>Processes dossiers and reports their progress.</summary>
    ProcessDossiers = 2,

    /// <summary>Looks at every dossier and figure of the unit.</summary>
    ViewDossiers = 4,

    /// <summary>Returns results.</summary>
    ReturnResults = 8,

    /// <summary>Numbers, seals and issues documents.</summary>
    IssueDocuments = 16,

    /// <summary>States fees and records receipts.</summary>
    CollectFees = 32,

    /// <summary>Assigns dossiers to officers and approves results.</summary>
    ApproveResults = 64,

    /// <summary>Creates, rights, locks and withdraws the unit's users (A9.6).</summary>
    ManageAccounts = 128,

    /// <summary>Sets which officer may receive which procedures (A12.2).</summary>
    SetScopes = 256,
}
