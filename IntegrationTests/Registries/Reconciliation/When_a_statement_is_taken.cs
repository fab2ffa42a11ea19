using System.Text;
using DichVuCong.Adapters.Banks.Statements;
using DichVuCong.Payments.Reconciliation;
using DichVuCong.Registries.Tests.Reconciliation.Support;
using static DichVuCong.Registries.Tests.Reconciliation.Support.ReconcilingWorld;

namespace DichVuCong.Registries.Tests.Reconciliation;

/// <summary>A file is taken whole or rejected whole, with the line and the rule on record.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class When_a_statement_is_taken
{
    private const string Name = "MB_20261120.txt";
    private ReconcilingWorld _world = null!;

    [SetUp]
    public async Task StartAsync() => _world = await ReconcilingWorld.StartAsync();

    [TearDown]
    public async Task EndAsync() => await _world.DisposeAsync();

    private byte[] Whole => _world.Bytes(Day, [Line(null, "FT1", 50_000), Line(null, "FT2", 70_000), Line(null, "FEE1", 1100, kind: StatementKind.Fee)]);

    private Task<long> StoredLinesAsync() => _world.Database.ScalarAsync<long>("select count(*) from payment.statement_line");

    [Test]
    public async Task Should_store_it_with_its_hash_its_lines_and_its_bytes()
    {
        var answer = await _world.TakeAsync(Name, Whole, day: null);

        answer.IsNew.ShouldBeTrue();
        var file = answer.File.ShouldNotBeNull();
        (file.Day, file.Number, file.Lines, file.Fees, file.FeeAmount).ShouldBe((Day, 1, 3L, 1L, 1100L));
        file.Hash.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Whole)));
        (await StoredLinesAsync()).ShouldBe(3);
        _world.Intake.Reopen(_world.Bank, file).Digest.ShouldBe(file.Hash);
    }

    [Test]
    public async Task Should_know_the_same_file_again()
    {
        var first = await _world.TakeAsync(Name, Whole, day: null);
        var again = await _world.TakeAsync("MB_20261120_again.txt", Whole, day: null);

        again.IsNew.ShouldBeFalse();
        again.File!.Id.ShouldBe(first.File!.Id);
        (await StoredLinesAsync()).ShouldBe(3);
    }

    [Test]
    public async Task Should_number_a_corrected_file_and_keep_the_old_one()
    {
        await _world.TakeAsync(Name, Whole, day: null);
        var corrected = await _world.TakeAsync(Day, [Line(null, "FT1", 50_001)], "MB_20261120_2.txt");

        corrected.File!.Number.ShouldBe(2);
        (await _world.Files.ListAsync("mb", 10, CancellationToken.None)).Count.ShouldBe(2);
    }

    [Test]
    public async Task Should_reject_another_content_under_a_name_that_was_taken()
    {
        await _world.TakeAsync(Name, Whole, day: null);
        var other = await _world.TakeAsync(Day, [Line(null, "FT1", 50_001)], Name);

        other.Rejection!.Rule.ShouldBe(RejectionRule.DuplicateName);
        (await StoredLinesAsync()).ShouldBe(3);
    }

    [TestCase(10, RejectionRule.LineEnd)]
    [TestCase(70, RejectionRule.LineEnd)]
    public async Task Should_reject_a_truncated_file(int bytesLess, RejectionRule rule)
    {
        var answer = await _world.TakeAsync(Name, Whole[..^bytesLess], day: null);

        answer.Rejection!.Rule.ShouldBe(rule);
        (await StoredLinesAsync()).ShouldBe(0);
    }

    [Test]
    public async Task Should_reject_a_file_that_ends_before_its_trailer()
    {
        var text = Encoding.UTF8.GetString(Whole);
        var cut = text[..(text.LastIndexOf("\r\n", text.Length - 3, StringComparison.Ordinal) + 2)];

        var answer = await _world.TakeAsync(Name, Encoding.UTF8.GetBytes(cut), day: null);

        answer.Rejection!.Rule.ShouldBe(RejectionRule.RecordType);
        answer.Rejection.Line.ShouldBe(4);
    }

    [Test]
    public async Task Should_name_the_line_that_was_changed()
    {
        var text = Encoding.UTF8.GetString(Whole).Replace("|70000|", "|70001|", StringComparison.Ordinal);

        var answer = await _world.TakeAsync(Name, Encoding.UTF8.GetBytes(text), day: null);

        (answer.Rejection!.Line, answer.Rejection.Rule).ShouldBe((2L, RejectionRule.Checksum));
        var recorded = (await _world.Files.RejectionsAsync("mb", 10, CancellationToken.None)).ShouldHaveSingleItem();
        (recorded.Line, recorded.Rule, recorded.Name).ShouldBe((2L, nameof(RejectionRule.Checksum), Name));
        (await StoredLinesAsync()).ShouldBe(0);
    }

    [Test]
    public async Task Should_record_the_same_rejection_once()
    {
        await _world.TakeAsync(Name, Whole[..^10], day: null);
        await _world.TakeAsync(Name, Whole[..^10], day: null);

        (await _world.Files.RejectionsAsync("mb", 10, CancellationToken.None)).Count.ShouldBe(1);
    }

    [Test]
    public async Task Should_reject_a_file_of_the_wrong_day()
    {
        var answer = await _world.TakeAsync("MB_20261119.txt", Whole, day: null);

        answer.Rejection!.Rule.ShouldBe(RejectionRule.Date);
        answer.Rejection.Line.ShouldBe(1);
    }

    [Test]
    public async Task Should_not_take_a_day_before_its_cut_off()
    {
        _world.Clock.Set(Day, new TimeOnly(22, 59, 59));
        (await _world.TakeAsync(Name, Whole, day: null)).Rejection!.Rule.ShouldBe(RejectionRule.Date);

        _world.Clock.Set(Day, new TimeOnly(23, 59, 59));
        (await _world.TakeAsync(Name, Whole, day: null)).IsNew.ShouldBeTrue();
    }

    [Test]
    public async Task Should_want_the_size_of_a_file_without_a_trailer()
    {
        await using var vnpay = await ReconcilingWorld.StartAsync(
            new ReconciledPartner { Code = "vnpay", Name = "VNPAY", Statements = "vnpay", CutOff = TimeSpan.FromHours(24) });
        var bytes = vnpay.Bytes(Day, [Line(null, "14422574", 50_000)]);

        (await vnpay.TakeAsync("VNPAY_20261120.csv", bytes, day: null)).Rejection!.Rule.ShouldBe(RejectionRule.Size);
        (await vnpay.TakeAsync("VNPAY_20261120.csv", bytes, day: null, bytes.Length + 1)).Rejection!.Rule.ShouldBe(RejectionRule.Size);
        (await vnpay.TakeAsync("VNPAY_20261120.csv", bytes, day: null, bytes.Length)).IsNew.ShouldBeTrue();
    }
}
