using System.Collections.Concurrent;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Contracts.Accounts.Citizens;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using DichVuCong.Registries.Accounts.Citizens;
using DichVuCong.Registries.Schema;
using DichVuCong.Registries.Sealing;
using DichVuCong.Saga.Accounts;
using DichVuCong.Saga.Accounts.Citizens;
using DichVuCong.Testing;
using DichVuCong.Worker.Accounts;
using DichVuCong.Worker.Tests.Support;

namespace DichVuCong.Worker.Tests.Accounts;

/// <summary>A citizen's notice goes through the adapters of notices, to where that citizen registered and to nobody else.</summary>
internal sealed class When_citizens_are_told
{
    private TestDatabase _database = null!;
    private CitizenStore _citizens = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _database = await TestDatabase.CreateAsync([.. RegistrySchema.All]);
        _citizens = new CitizenStore(_database.Source, new Sealer(KeyRing.Parse(KeyRing.Development)), new CitizenRules());
        foreach (var number in Enumerable.Range(0, 10))
        {
            PhoneNumber.TryParse($"091234567{number}", out var phone).ShouldBeTrue();
            await _citizens.RegisterAsync($"CD{number}", new CitizenContact { Phone = phone }, Some.Now, CancellationToken.None);
        }
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _database.DisposeAsync();

    [Test]
    public async Task Should_reach_each_citizen_where_he_registered_however_many_are_told_at_once()
    {
        var recipients = new CitizenRecipients(_citizens);
        var adapter = new Adapter(recipients);
        var operation = CitizenNotices.By(adapter, recipients);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(number => operation.CallAsync(Notice($"CD{number}"), Call, CancellationToken.None)));

        outcomes.ShouldAllBe(outcome => outcome.Kind == OutcomeKind.Done && outcome.Reply == null);
        adapter.Sent.Select(sent => sent.Phone).Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(0, 10).Select(number => $"8491234567{number}"));
        adapter.Sent.ShouldAllBe(sent => sent.Text.Contains("07/03/2026", StringComparison.Ordinal));
    }

    [Test]
    public async Task Should_be_refused_where_nothing_is_registered()
    {
        var recipients = new CitizenRecipients(_citizens);

        var outcome = await CitizenNotices.By(new Adapter(recipients), recipients).CallAsync(Notice("CD-KHAC"), Call, CancellationToken.None);

        (outcome.Kind, outcome.Reply).ShouldBe((OutcomeKind.Refused, null));
    }

    [Test]
    public void Should_have_an_owner_and_a_line_for_every_command_of_accounts()
    {
        var recipients = new CitizenRecipients(_citizens);
        var topology = new Topology().AddAccountCapability(new AccountRules(), new NotConfigured<PushAccount>("none"))
            .AddCitizens(CitizenNotices.By(new Adapter(recipients), recipients), new NotConfigured<NotifyCitizenByEmail>("none"));

        topology.OwnerOf(typeof(PushAccount)).ShouldBe(AccountOperations.Systems);
        topology.OwnerOf(typeof(NotifyCitizenBySms)).ShouldBe(CitizenNotices.Sms);
        topology.OwnerOf(typeof(NotifyCitizenByEmail)).ShouldBe(CitizenNotices.Email);
        AccountOperations.LineOf("H29", LineLimits.Default).Partner.ShouldBe("onestop-accounts:H29");
    }

    private static PartnerCall Call => new(Guid.NewGuid(), CitizenNotices.Sms, Attempt: 1, Some.Now, TimeSpan.FromSeconds(30));

    private static NotifyCitizenBySms Notice(string citizen) => new(citizen, CitizenNotice.SecondWarning, Some.Now, new DateOnly(2026, 3, 7));

    /// <summary>Looks its recipient up as the adapters do.</summary>
    private sealed class Adapter(INoticeRecipients recipients) : IPartnerOperation<SendSms>
    {
        public ConcurrentQueue<(string Phone, string Text)> Sent { get; } = new();

        public Repeatability RepeatabilityOf(SendSms command) => Repeatability.Deduplicates();

        public async Task<Outcome> CallAsync(SendSms command, PartnerCall call, CancellationToken cancellationToken)
        {
            await Task.Yield();
            if (await recipients.FindAsync(command.Dossier, cancellationToken) is not { Phone: { } phone })
                return Outcome.Refused("no mobile number", new NoticeFailed(command.Dossier, command.Occasion, Contracts.Dossiers.NoticeChannels.Sms, "no mobile number"));
            Sent.Enqueue((phone.Reveal(), command.Text));
            return Outcome.Done(new NoticeSent(command.Dossier, command.Occasion, Contracts.Dossiers.NoticeChannels.Sms));
        }

        public Task<Outcome> AskAsync(SendSms command, PartnerCall call, CancellationToken cancellationToken) => throw new InvalidOperationException("SMS are not asked about.");
    }
}
