using System.Globalization;
using DichVuCong.Cli.Load.Drawing;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Journal;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Saga.Filing;
using DichVuCong.Saga.Routing;

namespace DichVuCong.Cli.Load.Seeding;

/// <summary>
/// Makes dossiers by number, in the order in which they were filed, over the years before now. The same seed makes the same ones. Of a hundred some
/// sixty-five of last month and nearly all of before are over; a few are stuck: undelivered and parked, refused by a system, or silent.
/// </summary>
internal sealed class LifeSource(
    LifeWorld world, CatalogueIndex catalogue, IReadOnlyList<Draw> draws, IReadOnlyDictionary<string, short> lines, Sealer sealer, SeedPlan plan)
{
    /// <summary>No door gives numbers of nine digits: what is seeded meets nothing that is filed.</summary>
    private const long FirstNumber = 100_000_000;

    private static readonly string[] Officers = ["Trần Thị Hòa", "Lê Văn Tâm", "Phạm Minh Đức", "Hoàng Thu Trang", "Vũ Ngọc Sơn"];
    private static readonly DossierState[] EarlyEnds = [DossierState.NotAccepted, DossierState.Withdrawn, DossierState.Stopped];

    private readonly DateTimeOffset _first = VietnamTime.At(VietnamTime.DayOf(world.Now).AddDays(-365 * plan.Years), TimeOnly.MinValue);

    /// <summary>When a number was filed: rising with it, so that the months of the journal follow one another.</summary>
    public DateTimeOffset FiledAt(long number) =>
        _first.AddSeconds(Math.Floor((number - 1) * (world.Now.AddMinutes(-2) - _first).TotalSeconds / plan.Dossiers));

    /// <summary>The life of a number, from 1.</summary>
    /// <param name="number">The number.</param>
    /// <param name="firstSaga">The numbers of its sagas: this and the next.</param>
    public SeededLife Next(long number, long firstSaga)
    {
        var random = new Random(unchecked((int)((((ulong)plan.Seed << 32) ^ (ulong)number) * 0x9E3779B97F4A7C15 >> 32)));
        var draw = draws[(int)(random.NextDouble() * random.NextDouble() * draws.Count)];
        var at = FiledAt(number);
        var code = DossierCode.Of(draw.Agency, VietnamTime.DayOf(at), FirstNumber + number);
        var person = Applicants.Of((int)(1 + (random.NextInt64(plan.Dossiers) / 3)), isEnterprise: false, new Random(7));
        var calendar = draw.Agency.Value;
        var term = ProcessingTerms.TermFor(draw.Procedure, draw.Channel, draw.Case, catalogue.Version).Term;
        var deadline = ProvisionalDeadline.Of(term, calendar, at, world.Calendars);
        var flow = Flow.Of(catalogue.Systems.Find(draw.System)!.Number, Urgency.Normal);
        var submit = new SubmitDossier(
            code, draw.Procedure.Code, draw.Agency, draw.System, DossierOrigin.Portal, draw.Channel, draw.Central, at, calendar, term, deadline,
            random.Next(3) == 0 ? NoticeChannels.Sms | NoticeChannels.Email : NoticeChannels.Sms);
        var life = new SeededLife
        {
            Birth = new RegisterDossier(
                code, draw.Procedure.Code, draw.Agency, draw.System, DossierOrigin.Portal, draw.Channel, draw.Central, flow, "portal",
                string.Create(CultureInfo.InvariantCulture, $"seed-{plan.Seed}-{number}"), sealer.HashIdentity(person.PersonalId), at, DossierState.Filed, deadline),
            Content = ContentOf(code, draw, at, person),
        };
        var player = new LifePlayer(world, life, number, firstSaga, random) { NoticeLines = (lines["sms"], lines["email"]) };
        Live(player, life, submit, lines[$"onestop:{draw.System}"], random);
        player.Settle();
        return life;
    }

    private void Live(LifePlayer player, SeededLife life, SubmitDossier submit, short line, Random random)
    {
        var (at, code) = (submit.FiledAt, submit.Dossier);
        var cause = player.Happen(at, submit);
        var delivery = player.NewId();
        var fate = random.NextDouble();
        if (fate < 0.0005 && at.AddMinutes(40) < world.Now)
        {
            for (var attempt = 1; attempt <= 3; attempt++) player.Call<DeliverDossier>(line, at.AddMinutes(attempt * 10), attempt, JournalOutcome.Transient, delivery, cause);
            player.Call<DeliverDossier>(line, at.AddMinutes(40), 4, JournalOutcome.Parked, delivery, cause);
            life.Parked = (new DeliverDossier(code, submit.System!, 1), at.AddMinutes(40), delivery, line);
            return;
        }

        at = at.AddSeconds(2 + random.Next(60));
        player.Call<DeliverDossier>(line, at, 1, fate < 0.002 ? JournalOutcome.Refused : JournalOutcome.Done, delivery, cause);
        if (fate < 0.002)
        {
            player.Happen(at, new DeliveryRefused(code, 1, "Mã thủ tục chưa được cấu hình tại hệ thống một cửa"));
            return;
        }

        player.Happen(at, new DossierDelivered(code, 1, AlreadyThere: false));
        foreach (var (state, hours) in WayOf(random, fate, submit.Deadline is { } due ? Math.Max(2, (due - at).TotalHours) : 120))
        {
            at = at.AddHours(hours);
            var row = new AgencyStatusRow
            {
                RowId = random.NextInt64().ToString("x16", CultureInfo.InvariantCulture),
                Source = StatusSource.Progress,
                State = state,
                At = new DateTimeOffset(at.Ticks - (at.Ticks % TimeSpan.TicksPerSecond), at.Offset),
                ReceivedAt = state == DossierState.Accepted ? at : null,
                Officer = Officers[random.Next(Officers.Length)],
                Department = "Bộ phận một cửa",
                Text = "Xử lý theo quy trình (dữ liệu thử nghiệm)",
            };
            if (player.Happen(at.AddSeconds(1 + random.Next(90)), new RecordAgencyStatus(code, submit.System!, row)) is null) return;
        }
    }

    /// <summary>The states that the agency tells, and how many hours lie before each: of a hundred, some seven come after the term.</summary>
    private static List<(DossierState State, double Hours)> WayOf(Random random, double fate, double term)
    {
        if (fate < 0.006) return [];
        var way = new List<(DossierState, double)>();
        if (fate < 0.05)
        {
            way.Add((EarlyEnds[random.Next(EarlyEnds.Length)], 1 + (random.NextDouble() * 30)));
            return way;
        }

        var (accepted, begun) = (Math.Min(16, term * (0.02 + (random.NextDouble() * 0.13))), term * (0.02 + (random.NextDouble() * 0.08)));
        way.Add((DossierState.Accepted, accepted));
        way.Add((DossierState.Processing, begun));
        if (fate < 0.056) return way;
        if (random.NextDouble() < 0.14)
        {
            way.Add((DossierState.SupplementRequested, 2 + (random.NextDouble() * 24)));
            way.Add((DossierState.Processing, 12 + (random.NextDouble() * 200)));
        }

        if (random.NextDouble() < 0.10)
        {
            way.Add((DossierState.PaymentRequested, 2 + (random.NextDouble() * 24)));
            way.Add((DossierState.Processing, 3 + (random.NextDouble() * 60)));
        }

        var share = random.NextDouble() < 0.07 ? 1.2 + (random.NextDouble() * 2) : 0.3 + (random.NextDouble() * 0.6);
        way.Add((DossierState.Processed, Math.Max(0.5, (term * share) - accepted - begun)));
        way.Add((DossierState.Returned, 1 + (random.NextDouble() * 90)));
        return way;
    }

    private static DossierContent ContentOf(DossierCode code, Draw draw, DateTimeOffset at, SyntheticApplicant person) => new()
    {
        Dossier = code,
        Revision = 1,
        Procedure = draw.Procedure.Code,
        ProcedureName = draw.Procedure.Name,
        SectorCode = draw.Procedure.SectorCode ?? "",
        SectorName = draw.Procedure.SectorName,
        Agency = draw.Agency,
        Channel = draw.Channel,
        FiledAt = at,
        Applicant = new Applicant
        {
            Kind = ApplicantKind.Citizen,
            PersonalId = PersonalId.TryParse(person.PersonalId, out var id) ? id : null,
            FullName = PersonName.TryParse(person.FullName, out var name) ? name : null,
            Phone = PhoneNumber.TryParse(person.Phone, out var phone) ? phone : null,
            Email = EmailAddress.TryParse(person.Email, out var email) ? email : null,
        },
        Form = """{"noiDung":"Dữ liệu thử nghiệm, không phải hồ sơ thật"}""",
        Files = [new DossierFile(1, "TP01", "giay-to-1.pdf", "application/pdf", 20_480, new string('0', 64), new Uri("https://files.example/giay-to-1.pdf"))],
        ReturnBy = ResultReturn.Online,
        Place = draw.Place,
    };
}
