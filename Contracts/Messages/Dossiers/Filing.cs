using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Dossiers;

/// <summary>How a dossier was filed (KenhThucHien).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FilingChannel>))]
public enum FilingChannel : byte
{
    /// <summary>1: at the counter.</summary>
    [JsonStringEnumMemberName("direct")]
    Direct = 1,

    /// <summary>2: online.</summary>
    [JsonStringEnumMemberName("online")]
    Online = 2,

    /// <summary>3: by the public postal service.</summary>
    [JsonStringEnumMemberName("post")]
    Post = 3,
}

/// <summary>Who handed the dossier to us.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DossierOrigin>))]
public enum DossierOrigin : byte
{
    /// <summary>The portal (A14).</summary>
    [JsonStringEnumMemberName("portal")]
    Portal = 1,

    /// <summary>The coordination system: an officer at a counter (A15.1).</summary>
    [JsonStringEnumMemberName("coordination")]
    Coordination = 2,

    /// <summary>A one-stop system that received it itself (A15.2).</summary>
    [JsonStringEnumMemberName("agency")]
    Agency = 3,
}

/// <summary>How the applicant wants the result (HinhThuc).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ResultReturn>))]
public enum ResultReturn : byte
{
    /// <summary>At the counter.</summary>
    [JsonStringEnumMemberName("direct")]
    Direct = 0,

    /// <summary>By the public postal service.</summary>
    [JsonStringEnumMemberName("post")]
    Post = 1,

    /// <summary>Electronically, in the portal account.</summary>
    [JsonStringEnumMemberName("online")]
    Online = 2,
}

/// <summary>The kind of applicant (LoaiDoiTuong of G1 and G2).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ApplicantKind>))]
public enum ApplicantKind : byte
{
    /// <summary>1: a citizen.</summary>
    [JsonStringEnumMemberName("citizen")]
    Citizen = 1,

    /// <summary>2: an enterprise.</summary>
    [JsonStringEnumMemberName("enterprise")]
    Enterprise = 2,

    /// <summary>3: a state agency.</summary>
    [JsonStringEnumMemberName("agency")]
    Agency = 3,

    /// <summary>4: another organisation.</summary>
    [JsonStringEnumMemberName("organisation")]
    Organisation = 4,
}
