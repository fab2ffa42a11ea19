using DichVuCong.Adapters.ProcedureDatabase;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Registries.Payments.Accounts;

namespace DichVuCong.Cli.Load.Payments;

/// <summary>The invented accounts of agencies, and by which account of development a system calls: both follow from the shipped catalogue.</summary>
internal sealed class PayingAgencies
{
    private readonly Dictionary<string, string> _accounts;
    private readonly Dictionary<string, string> _owners;

    private PayingAgencies(CatalogueData catalogue)
    {
        _accounts = DevelopmentAgencyAccounts.Of(catalogue).Lines.ToDictionary(
            line => line.Account.Agency.Value, line => line.Account.Account.Number, StringComparer.Ordinal);
        _owners = catalogue.Systems.ToDictionary(system => system.Code, system => system.Owner.Value, StringComparer.Ordinal);
    }

    /// <summary>Reads the shipped catalogue.</summary>
    public static PayingAgencies Shipped() => new(CatalogueReader.Read(CatalogueFolder.Shipped).Data);

    /// <summary>The account to which an agency's fees go; null when it has none.</summary>
    public string? AccountOf(string agency) => _accounts.GetValueOrDefault(agency);

    /// <summary>The token of development of a system.</summary>
    public string TokenOf(string system) => $"dev-{_owners.GetValueOrDefault(system, system)}";
}
