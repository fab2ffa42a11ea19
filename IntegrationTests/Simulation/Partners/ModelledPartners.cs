using DichVuCong.Simulation.Bus;
using DichVuCong.Simulation.Partners.Accounts;
using DichVuCong.Simulation.Partners.Banks;
using DichVuCong.Simulation.Partners.Desk;
using DichVuCong.Simulation.Partners.Notices;
using DichVuCong.Simulation.Partners.OneStop;
using DichVuCong.Simulation.Partners.Portal;
using DichVuCong.Simulation.Partners.Post;

namespace DichVuCong.Simulation.Partners;

/// <summary>Everybody outside: the one list that a new partner is added to.</summary>
internal sealed class ModelledPartners
{
    private ModelledPartners(World world)
    {
        Portal = new ModelledPortal(world);
        Desk = new CoordinationDesk(world);
        OneStop = new OneStopSystems(world);
        Sms = new SmsProviders(world);
        Mail = new MailServer(world);
        Banks = new ModelledBanks(world);
        Officers = new OfficerSystem(world);
        All = [Portal, Desk, OneStop, Sms, Mail, Banks, new Ministry(world), new ModelledPost(world), Officers];
    }

    public IReadOnlyList<IModelledPartner> All { get; }

    public ModelledPortal Portal { get; }

    public CoordinationDesk Desk { get; }

    public OneStopSystems OneStop { get; }

    public SmsProviders Sms { get; }

    public MailServer Mail { get; }

    public ModelledBanks Banks { get; }

    public OfficerSystem Officers { get; }

    /// <summary>A partner comes back from a backup.</summary>
    public void Forget(string partner, DateTimeOffset since)
    {
        foreach (var one in All) one.Forget(partner, since);
    }

    public static ModelledPartners Join(World world)
    {
        var partners = new ModelledPartners(world);
        foreach (var partner in partners.All) partner.Declare(world.Topology, world.LineDirectory);
        return partners;
    }
}
