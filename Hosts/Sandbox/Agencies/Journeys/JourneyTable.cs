using DichVuCong.Sandbox.Timing;

namespace DichVuCong.Sandbox.Agencies.Journeys;

/// <summary>The journeys and how often each is taken. Every one ends in a final state: 3, 7, 8 or 10.</summary>
internal static class JourneyTable
{
    private const string Counter = "Bộ phận Một cửa";
    private const string Office = "Phòng chuyên môn";

    private static readonly JourneyStep Accept = new(2, "Tiếp nhận hồ sơ", "Công chức tiếp nhận", Counter);
    private static readonly JourneyStep Work = new(4, "Thẩm định hồ sơ", "Chuyên viên", Office);
    private static readonly JourneyStep Decide = new(9, "Ký duyệt kết quả", "Lãnh đạo phòng", Office);
    private static readonly JourneyStep Return = new(10, "Trả kết quả cho người nộp", "Công chức trả kết quả", Counter);
    private static readonly JourneyStep AskForMore = new(5, "Yêu cầu bổ sung giấy tờ", "Chuyên viên", Office);
    private static readonly JourneyStep TakeMore = new(2, "Tiếp nhận giấy tờ bổ sung", "Công chức tiếp nhận", Counter, Slowness: 3);
    private static readonly JourneyStep AskForFee = new(6, "Yêu cầu thực hiện nghĩa vụ tài chính", "Chuyên viên", Office);
    private static readonly JourneyStep FeePaid = new(4, "Đã nhận thông tin thanh toán, tiếp tục xử lý", "Chuyên viên", Office, Slowness: 5);
    private static readonly JourneyStep Refuse = new(3, "Không tiếp nhận: hồ sơ không đủ điều kiện giải quyết", "Công chức tiếp nhận", Counter);
    private static readonly JourneyStep Withdraw = new(7, "Công dân yêu cầu rút hồ sơ", "Công chức tiếp nhận", Counter);
    private static readonly JourneyStep Stop = new(8, "Dừng xử lý: không đủ điều kiện cấp kết quả", "Lãnh đạo phòng", Office);

    /// <summary>All journeys, the usual one first.</summary>
    public static IReadOnlyList<Journey> All { get; } =
    [
        new("usual", [Accept, Work, Decide, Return]),
        new("refused", [Refuse]),
        new("supplement", [Accept, AskForMore, TakeMore, Work, Decide, Return]),
        new("payment", [Accept, AskForFee, FeePaid, Decide, Return]),
        new("withdrawn", [Accept, Withdraw]),
        new("stopped", [Accept, Work, Stop]),
    ];

    /// <summary>The weights unless the settings say otherwise.</summary>
    public static IReadOnlyDictionary<string, int> DefaultWeights { get; } = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["usual"] = 70,
        ["refused"] = 6,
        ["supplement"] = 9,
        ["payment"] = 9,
        ["withdrawn"] = 3,
        ["stopped"] = 3,
    };

    private const string ByPostMark = "-by-post";

    /// <summary>The same journeys where the post hands the result over (HinhThuc 1): the agency's last word is that there is one.</summary>
    private static readonly IReadOnlyList<Journey> WithPost =
        [.. All.Where(journey => journey.Steps[^1] == Return).Select(journey => new Journey(journey.Name + ByPostMark, [.. journey.Steps.SkipLast(1)]))];

    /// <summary>The journey of a name.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static Journey Named(string name) => All.Concat(WithPost).Single(journey => journey.Name == name);

    /// <summary>A journey as it goes where the post hands the result over.</summary>
    public static Journey ByPost(Journey journey) => WithPost.FirstOrDefault(other => other.Name == journey.Name + ByPostMark) ?? journey;

    /// <summary>The journey of a dossier: it follows from the seed and the code alone.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="code">The dossier's code.</param>
    /// <param name="weights">The weights; a journey that is not named has none.</param>
    public static Journey Of(long seed, string code, IReadOnlyDictionary<string, int> weights)
    {
        var drawn = Chance.Between(1, weights.Values.Sum(), seed, "journey", code);
        foreach (var journey in All)
        {
            drawn -= weights.GetValueOrDefault(journey.Name);
            if (drawn <= 0) return journey;
        }

        return All[0];
    }
}
